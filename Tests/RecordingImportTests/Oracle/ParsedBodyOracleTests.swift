import JSONText
import RecordingImport
import Recordings
import TestSupport
import Testing

/// JSON documents that PyYAML has written as `parsed_body`, in the way of the test suites that record so.
@Suite(.live, PyYAML.isNeeded, .timeLimit(.minutes(10)))
struct ParsedBodyOracleTests {
    /// Writes a cassette whose bodies hold every awkward scalar, and the JSON that it came from.
    private static let script = #"""
        import json, random, sys, yaml
        class LiteralDumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper) if int(sys.argv[1]) > 6 else yaml.SafeDumper): pass
        def present(dumper, text):
            style = "|" if "\n" in text else None
            return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)
        LiteralDumper.add_representer(str, present)
        random.seed(int(sys.argv[1]))
        awkward = ["", " ", "~", "null", "Null", "yes", "No", "on", "OFF", "true", "True", "y", "n", "1", "-1", "+1", "01",
            "0o7", "0x1F", "0b1", "1_000", "1e5", "1e-05", "1.0e-05", "1.", ".5", "-.5", "1:30", "12:30:45", "190:20:30.15",
            ".inf", "-.Inf", ".nan", "2025-01-01", "2025-02-06T05:12:33Z", "=", "<<", "*a", "&a", "!x", "!!binary", "%", "@",
            "`", "|", ">", "- a", "a: b", "a #b", "#", "'", "\"", "\\", "\\n", "{}", "[]", "{a: b}", ",", "?", "-", ":", "...",
            "---", "a\nb", "a\n\nb\n", "\na", " a\n b", "a \nb", "a\n", "\n", "\n\n", "tab\there", "\t", "nul\0", "\x01\x1f\x7f",
            "\xa0", "\u2028", "\u2029", "\ufeff", "é", "😀", "\U0010ffff", "\ufffd", "a\r\nb", "\r", "x" * 300,
            "word " * 60, "line with trailing space \nand more", "key: [1, 2]\n- x", "1" * 40, "123456789012345678901234567890"]
        # PyYAML itself loses a raw U+0085, which YAML 1.1 counts as a line break.
        unicode = int(sys.argv[1]) % 3 > 0
        if not unicode: awkward.append("a\x85b")
        numbers = [0, 1, -1, 2**53 + 1, 2**63 - 1, -2**63, 2**64, 10**40, 0.1, -0.0, 1.0, 1e-05, 1e16, 1e22, 1.5e300, 5e-324,
            123456789.123, 1e5, -2.5e-10]
        def value(depth):
            kind = random.randrange(8 if depth < 4 else 5)
            if kind < 2: return random.choice(awkward)
            if kind == 2: return random.choice(numbers)
            if kind == 3: return random.choice([True, False, None])
            if kind == 4: return "".join(chr(random.choice([random.randrange(32, 127), random.randrange(160, 0xd800),
                10, 32, 9, random.randrange(0x1f300, 0x1f600)])) for _ in range(random.randrange(60)))
            if kind == 5: return [value(depth + 1) for _ in range(random.randrange(5))]
            return {random.choice(awkward) + random.choice(["", "k"]): value(depth + 1) for _ in range(random.randrange(6))}
        bodies = [{"all": awkward + ["e\u0301", "\ufeffx", "x\ufeff"], "numbers": numbers, "names": {text: text for text in awkward} | {"\ufeffname": 1}}]
        bodies += [{"body": value(0)} for _ in range(150)]
        def exchange(body):
            shared = {"headers": {"content-type": ["application/json"]}, "parsed_body": body}
            return {"request": dict(shared, method="POST", uri="https://bedrock-runtime.us-east-1.amazonaws.com/model/m/converse"),
                "response": dict(shared, status={"code": 200, "message": "OK"})}
        cassette = {"interactions": [exchange(body) for body in bodies], "version": 1}
        dumper = [LiteralDumper, yaml.SafeDumper][int(sys.argv[1]) % 2]
        text = yaml.dump(cassette, Dumper=dumper, allow_unicode=unicode, width=120, sort_keys=False)
        # What a dumper loses is lost; what VCR reads from its text is what counts.
        read = [i["request"]["parsed_body"] for i in yaml.safe_load(text)["interactions"]]
        assert sum(a == b for a, b in zip(read, bodies)) > 140
        sys.stdout.buffer.write(text.encode() + b"\x00" + json.dumps(read).encode())
        """#

    @Test(arguments: 1...10)
    func `what PyYAML writes is read as the JSON it was`(_ seed: Int) async throws {
        let answer = try await PyYAML.run(Self.script, arguments: [String(seed)])
        let separator = try #require(answer.lastIndex(of: 0))
        let bodies = try #require(try JSONValue(parsing: Array(answer[(separator + 1)...])).arrayValue)
        let recording = try VCRImport.recording(from: Array(answer[..<separator]), file: "c.yaml").recording
        #expect(recording.exchanges.count == bodies.count)
        for (exchange, body) in zip(recording.exchanges, bodies) {
            let found = try #require(exchange.request.body.json)
            #expect(found.isEquivalent(to: body), "\(found) is not \(body)")
            #expect(exchange.response.body.json == found)
        }
    }
}
