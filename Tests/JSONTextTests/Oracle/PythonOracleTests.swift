import JSONText
import TestSupport
import Testing

/// Python's `json` as a second opinion, where it is installed.
@Suite(.live, Python.isNeeded, .timeLimit(.minutes(10)))
struct PythonOracleTests {
    @Test func `random documents mean the same to both`() async throws {
        let documents = RandomDocuments(seed: 20_260_102).texts(count: 400)
        // Python tells for each document its own text, keys sorted, numbers as their spelling.
        let script = """
            import json, sys
            for line in sys.stdin.buffer.read().split(b"\\x1e"):
                value = json.loads(line, parse_int=lambda s: "n" + s, parse_float=lambda s: "n" + s)
                sys.stdout.buffer.write(json.dumps(value, ensure_ascii=False).encode() + b"\\x1e")
            """
        let answers = try await Python.run(script, input: Array(documents.joined(separator: "\u{1E}").utf8))
            .split(separator: 0x1E)
        #expect(answers.count == documents.count)
        for (document, answer) in zip(documents, answers) {
            let ours = try JSONValue(parsing: document)
            #expect(ours.withSpeltNumbers.text(.spaced) == String(decoding: answer, as: UTF8.self))
        }
    }

    @Test func `what we write, Python reads back`() async throws {
        let values = try RandomDocuments(seed: 7).texts(count: 400).map { try JSONValue(parsing: $0) }
        for style in [JSONStyle.compact, .pretty(indent: 2)] {
            let script = """
                import json, sys
                for text in sys.stdin.buffer.read().split(b"\\x1e"):
                    sys.stdout.buffer.write(json.dumps(json.loads(text, parse_int=lambda s: "n" + s,
                        parse_float=lambda s: "n" + s)).encode() + b"\\x1e")
                """
            let input = Array(values.map { $0.text(style) }.joined(separator: "\u{1E}").utf8)
            let answers = try await Python.run(script, input: input).split(separator: 0x1E)
            #expect(answers.count == values.count)
            for (value, answer) in zip(values, answers) {
                #expect(try JSONValue(parsing: Array(answer)) == value.withSpeltNumbers)
            }
        }
    }

    @Test func `numbers compare as Python's decimals do`() async throws {
        var random = SplitMix64(seed: 99)
        let pairs = (0..<500).map { _ in
            let digits = Int.random(in: 2...120, using: &random) * (Bool.random(using: &random) ? 1 : -1)
            let shift = Int.random(in: 0...5, using: &random)
            let other = Bool.random(using: &random) ? digits : digits + Int.random(in: -1...1, using: &random)
            return ("\(digits)e\(shift)", "\(other)\(String(repeating: "0", count: shift))e-0")
        }
        let script = """
            import decimal, sys
            for line in sys.stdin.read().split("\\n"):
                left, right = line.split()
                sys.stdout.write("1" if decimal.Decimal(left) == decimal.Decimal(right) else "0")
            """
        let answers = try await Python.run(
            script, input: Array(pairs.map { "\($0) \($1)" }.joined(separator: "\n").utf8))
        #expect(answers.count == pairs.count)
        for (pair, answer) in zip(pairs, answers) {
            let left = try #require(JSONNumber(literal: pair.0))
            let right = try #require(JSONNumber(literal: pair.1))
            #expect(left.isEquivalent(to: right) == (answer == UInt8(ascii: "1")), "\(pair)")
        }
    }
}

extension JSONValue {
    /// The value with each number as a string of its spelling, for a comparison without floating point.
    fileprivate var withSpeltNumbers: JSONValue {
        switch self {
        case .number(let number): .string("n" + number.literal)
        case .array(let elements): .array(elements.map(\.withSpeltNumbers))
        case .object(let object):
            .object(JSONObject(object.map { JSONMember(name: $0.name, value: $0.value.withSpeltNumbers) }))
        default: self
        }
    }
}
