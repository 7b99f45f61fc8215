import JSONText

/// Reads a cassette in JSON, which VCR tools can write too.
///
/// YAML's parser would nearly do, but not for escaped surrogate pairs.
enum JSONCassette {
    static func root(_ bytes: [UInt8]) throws(CassetteFault) -> CassetteNode {
        do throws(JSONError) {
            return node(try JSONValue(parsing: bytes, options: ForeignJSON.options))
        } catch {
            let place = CassetteNode.Place(line: error.line, column: error.column)
            throw CassetteFault(nil, place, expected: error.expected, found: error.found)
        }
    }

    private static func node(_ value: JSONValue) -> CassetteNode {
        let content: CassetteNode.Content =
            switch value {
            case .null: .scalar(CassetteScalar(text: "null", form: .plain))
            case .bool(let flag): .scalar(CassetteScalar(text: flag ? "true" : "false", form: .plain))
            case .number(let number): .scalar(CassetteScalar(text: number.literal, form: .number))
            case .string(let text): .scalar(CassetteScalar(text: text, form: .text))
            case .array(let elements): .sequence(elements.map(node))
            case .object(let object):
                .mapping(object.map { CassetteNode.Entry(name: $0.name, value: node($0.value)) })
            }
        return CassetteNode(content: content, place: nil)
    }
}
