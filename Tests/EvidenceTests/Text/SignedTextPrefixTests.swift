import Testing

@testable import Evidence

/// What stands before every line of a signed text alone.
@Suite struct SignedTextPrefixTests {
    private static let block = [
        "POST", "/v1/items", "", "host:example.com", "x-amz-date:20260311T101530Z", "", "host;x-amz-date",
    ]

    private static func read(_ lines: [String]) throws -> String {
        String(decoding: try InputText(Array(lines.joined(separator: "\n").utf8), name: "x").bytes, as: UTF8.self)
    }

    @Test(arguments: ["> ", "    ", "| ", "# ", "12:00:01 signer: ", "[main] DEBUG c.a.Signer  - "])
    func `it is taken off the lines of the block`(prefix: String) throws {
        let text = try Self.read(["before"] + Self.block.map { prefix + $0 } + ["behind"])
        #expect(text.contains("before\n" + Self.block.joined(separator: "\n") + "\nbehind"), "\(text)")
    }

    @Test(arguments: [
        ["GET /a HTTP/1.1", "  host: example.com", "  accept: */*", "  x: y", "  z: y"],
        ["a", "x-forwarded-host:example.com", "x-forwarded-for:1.2.3.4", "x-forwarded-port:1", "x-forwarded-proto:a"],
        ["{", "  \"host:a\": 1,", "  \"b\": 2,", "  \"c\": 3,", "  \"d\": 4", "}"],
        ["> GET /a HTTP/1.1", "> Host: example.com", "> Accept: */*", ">", "< HTTP/1.1 200 OK"],
    ])
    func `other lines keep what stands before them`(lines: [String]) throws {
        #expect(try Self.read(lines).hasPrefix(lines.joined(separator: "\n")))
    }
}
