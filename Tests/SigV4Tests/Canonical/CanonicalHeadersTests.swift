import SigV4
import Testing
import WireText

@Suite("Canonical headers")
struct CanonicalHeadersTests {
    private func canonical(_ fields: [HeaderField]) -> CanonicalRequest.Sections? {
        let request = SignableRequest(method: "GET", target: "/", headers: fields, payload: .empty)
        return CanonicalRequest(of: request, signedHeaders: HeaderNames(fields.map(\.name))).sections
    }

    static let values: [(String, String)] = [
        ("value", "value"), ("", ""), ("   ", ""), (" value ", "value"), ("\tvalue\t", "value"), ("a b", "a b"),
        ("a   b  c", "a b c"), (" \"a   b   c\"", "\"a b c\""), ("a\t b", "a b"), ("a\u{0B}\u{0C}b", "a b"),
        ("value1\n  value2\n     value3", "value1 value2 value3"), ("value1\r\n\tvalue2", "value1 value2"),
        ("a,  b ,c", "a, b ,c"), ("é  ü", "é ü"), ("a\u{A0}\u{A0}b", "a\u{A0}\u{A0}b"),
        ("no white space at all, ever".replacing(" ", with: "_"), "no_white_space_at_all,_ever"),
    ]

    @Test("have their white space trimmed and collapsed, folds too", arguments: values)
    func value(_ raw: String, _ expected: String) {
        #expect(canonical([HeaderField("X", raw)])?.headers == ["x:\(expected)"])
    }

    @Test("keep bytes that are not UTF-8")
    func bytes() {
        let request = SignableRequest(
            method: "GET", target: "/", headers: [HeaderField(name: "X", bytes: [0xFF, 0x20, 0x20, 0x80])],
            payload: .empty)
        let canonical = CanonicalRequest(of: request, signedHeaders: ["x"]).bytes
        #expect(
            canonical.split(separator: UInt8(ascii: "\n")).contains {
                $0.elementsEqual([0x78, 0x3A, 0xFF, 0x20, 0x80])
            })
    }

    @Test("are sorted by lower-case name, not by line")
    func order() {
        let sections = canonical([
            HeaderField("x-amz-a-b", "1"), HeaderField("X-Amz-A", "2"), HeaderField("Host", "h"), HeaderField("b", "3"),
        ])
        #expect(sections?.headers == ["b:3", "host:h", "x-amz-a:2", "x-amz-a-b:1"])
        #expect(sections?.signedHeaders == "b;host;x-amz-a;x-amz-a-b")
    }

    @Test("of one name are joined with commas, in order of appearance")
    func repetitions() {
        let sections = canonical([
            HeaderField("My-Header1", "value4"), HeaderField("Z", " z "), HeaderField("my-header1", " value1 "),
            HeaderField("MY-HEADER1", "value3"), HeaderField("My-Header1", ""),
        ])
        #expect(sections?.headers == ["my-header1:value4,value1,value3,", "z:z"])
        #expect(sections?.signedHeaders == "my-header1;z")
    }

    @Test("of very long names are told apart and joined too")
    func longNames() {
        let stem = "x-amz-server-side-encryption-customer-key"
        let sections = canonical([
            HeaderField(stem + "-md5", "1"), HeaderField(stem, "2"), HeaderField(stem.uppercased(), "3"),
        ])
        #expect(sections?.headers == [stem + ":2,3", stem + "-md5:1"])
    }

    @Test("may be many")
    func many() {
        let fields = (0..<500).map { HeaderField("h\($0)", "\($0)") }
        let expected = fields.map { "\($0.name):\($0.text)" }.sorted {
            $0.prefix { $0 != ":" }.utf8.lexicographicallyPrecedes($1.prefix { $0 != ":" }.utf8)
        }
        #expect(canonical(fields)?.headers == expected)
    }
    @Test("that are many keep the order of appearance where they have one name, long names too")
    func manyRepetitions() {
        let long = "x-amz-server-side-encryption-customer-key"
        let names = (0..<25).map { "h\($0)" } + (0..<25).map { long + "\($0)" }
        let fields = (0..<10).flatMap { round in names.map { HeaderField($0, "\(round)") } }
        let expected = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for seed in 1...5 {
            // Whole rounds stay in order; within a round each name comes once, anywhere.
            var random = Generator(seed: UInt64(seed))
            let shuffled = (0..<10).flatMap { fields[($0 * 50)..<($0 * 50 + 50)].shuffled(using: &random) }
            #expect(canonical(shuffled)?.headers == expected.map { "\($0):0,1,2,3,4,5,6,7,8,9" })
        }
    }
}
