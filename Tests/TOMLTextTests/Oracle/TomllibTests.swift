import JSONText
import TOMLText
import TestSupport
import Testing

/// Our reading of TOML against Python's tomllib, which shares nothing with it.
struct TomllibTests {
    /// Texts that together have every production of the grammar.
    ///
    /// Each changed text is made of pieces of them.
    private static let seeds = [
        "a = 1\nb.c = \"x\"\n[d]\ne = [1, 2.5, 's', {f = true, g.h = 1}]\n[[h]]\ni = 1979-05-27T07:32:00Z\n[[h]]\n[h.k]\n",
        "x = 0xDEAD_beef\ny = 1e5\nz = -inf\nw = +nan\nv = 0b1_0\nu = 0o7\nt = 6.02e+2_3\ns = -0.0\nr = 1_000\n",
        "s = \"\\u00e9\\n\\t\\\"\\\\ \\U0001F600\"\nt = \"\"\"\n\"\"x\\\n   y\"\"\"\"\"\nu = '''\n''y'''''\n\"q k\".'l' = 1 # c\n",
        "[a.b.c]\nz=9\n[a]\nd=1\n[a.b]\ne=2\n[[a.f]]\n[a.f.g]\n[[a.f]]\n",
        "d1 = 1979-05-27\nd2 = 07:32:00\nd3 = 1979-05-27 07:32:00.5\nd4 = 1979-05-27t07:32:00+01:30\r\n",
        "é = 'é'\na = [ # c\n 1,\n [], {}, ]\n9223372036854775807 = -9223372036854775808\n'' = \"\"\n",
    ]

    /// Prints, for each text of a list, its value as JSON, or null where it is refused.
    ///
    /// Python's integers have no end, those of TOML 64 bits.
    private static let program = """
        import datetime, json, math, sys, tomllib

        def plain(value):
            if isinstance(value, dict):
                return {name: plain(member) for name, member in value.items()}
            if isinstance(value, list):
                return [plain(member) for member in value]
            if isinstance(value, int) and not -2**63 <= value < 2**63:
                raise ValueError(value)
            is_lost = isinstance(value, (datetime.date, datetime.time)) or \\
                isinstance(value, float) and not math.isfinite(value)
            return None if is_lost else value

        def read(text):
            try:
                return plain(tomllib.loads(text))
            except ValueError:
                return None

        print(json.dumps([read(text) for text in json.load(sys.stdin)]))
        """

    /// Runs a test only where there is a Python with tomllib (3.11) to ask.
    private static var isNeeded: ConditionTrait {
        .enabled("needs Python 3.11") {
            (try? await Program.run("python3", ["-c", "import tomllib"]).succeeded()) != nil
        }
    }

    private static func changed(_ random: inout SplitMix64) -> String {
        var text = Array(seeds[Int.random(in: 0..<seeds.count, using: &random)].unicodeScalars)
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            let start = Int.random(in: 0...text.count, using: &random)
            let end = min(text.count, start + Int.random(in: 0...6, using: &random))
            let other = Array(seeds[Int.random(in: 0..<seeds.count, using: &random)].unicodeScalars)
            let first = Int.random(in: 0..<other.count, using: &random)
            let piece = other[first..<min(other.count, first + Int.random(in: 0...12, using: &random))]
            text.replaceSubrange(start..<end, with: piece)
        }
        return text.reduce(into: "") { $0.unicodeScalars.append($1) }
    }

    @Test(isNeeded, .live)
    func readsAsTomllibDoes() async throws {
        var random = SplitMix64(seed: 0x70_6D_6C)
        let texts = (0..<6_000).map { _ in Self.changed(&random) }
        let input = JSONValue.array(texts.map { .string($0) }).text(.compact)
        let output = try await Program.run("python3", ["-c", Self.program], input: Array(input.utf8)).succeeded().output
        let expected = try #require(try JSONValue(parsing: output).arrayValue)
        #expect(expected.count == texts.count)
        for (text, expected) in zip(texts, expected) {
            let ours = (try? TOMLDocument.parse(Array(text.utf8))).map { JSONValue.object($0) } ?? .null
            #expect(ours == expected, "\(text.debugDescription)")
        }
        // Neither side refuses everything, nor reads everything.
        let refused = expected.count { $0 == .null }
        #expect((1_000...5_000).contains(refused), "\(refused)")
    }
}
