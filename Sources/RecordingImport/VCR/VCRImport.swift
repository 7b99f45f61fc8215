import JSONText
public import Recordings

/// Imports the cassettes of VCR.py, Ruby's VCR, betamax and go-vcr, in YAML or JSON.
///
/// Understood are bodies as text, as `!!binary`, as `parsed_body`, as `base64_string`, plain or under `string` with the name
/// of an encoding beside it, compressed or not; header values as lists, strings or binary; a status as a number, a line or a
/// mapping. What is not a call of Converse or
/// ConverseStream is left out, and said in the notes.
public enum VCRImport {
    /// Reads a cassette.
    ///
    /// - Parameters:
    ///   - bytes: the file's contents.
    ///   - file: its name, for messages and for the recording's name.
    /// - Throws: `RecordingError` with file, line, column, path, what was expected and what was found.
    public static func recording(from bytes: [UInt8], file: String) throws(RecordingError) -> ImportedRecording {
        do throws(CassetteFault) {
            let (root, remarks) = try root(bytes, file: file)
            var reader = CassetteReader(remarks: remarks)
            try reader.read(root)
            return ImportedRecording(
                reader.calls, file: file, tool: reader.dialect.tool, version: reader.dialect.version)
        } catch {
            // A value of a JSON cassette carries no place; its path leads there.
            guard error.place == nil, let path = error.path,
                let position = JSONLocator.position(of: path, in: bytes)
            else { throw error.error(file: file) }
            let place = CassetteNode.Place(line: position.line, column: position.column)
            throw CassetteFault(path, place, expected: error.expected, found: error.found).error(file: file)
        }
    }

    /// Whether the bytes are a JSON object with a cassette's list of interactions, not a recording of our own schema.
    public static func isJSONCassette(_ bytes: [UInt8]) -> Bool {
        RecordingDialect(bytes) == .cassette
    }

    private static func root(
        _ bytes: [UInt8], file: String
    ) throws(CassetteFault) -> (node: CassetteNode, remarks: [String]) {
        let bytes = ForeignJSON.withoutMark(bytes)
        if ForeignJSON.looksLikeJSON(bytes) {
            do throws(CassetteFault) {
                return (try JSONCassette.root(bytes), [])
            } catch {
                // A YAML document may begin with a brace too, but not one that calls itself JSON.
                if file.lowercased().hasSuffix(".json") { throw error }
            }
        }
        let (node, repeated) = try YAMLCassette.root(try text(bytes))
        return (node, repeated)
    }

    private static func text(_ bytes: [UInt8]) throws(CassetteFault) -> String {
        let source = bytes.span
        do throws(UTF8.ValidationError) {
            return String(copying: try UTF8Span(validating: source))
        } catch {
            let position = JSONPosition(offset: error.byteOffsets.lowerBound, in: source)
            let place = CassetteNode.Place(line: position.line, column: position.column)
            throw CassetteFault(nil, place, expected: "text in UTF-8", found: "a byte that is not UTF-8")
        }
    }
}
