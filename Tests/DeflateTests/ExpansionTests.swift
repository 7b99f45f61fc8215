import Deflate
import JSONText
import TestSupport
import Testing
import WireText

@Suite struct ExpansionTests {
    /// gzip of "hello hello hello\n", made with gzip 1.12.
    private let hello: [UInt8] = (try? Base64.decode("H4sIAAAAAAAAA8tIzcnJV8hAkFwAO3yK3xIAAAA=".utf8.span)) ?? []
    private let plain = Array("hello hello hello\n".utf8)

    private func gunzip(_ bytes: [UInt8], limit: Int = 1 << 20) throws(InflateError) -> [UInt8] {
        try Expansion.gunzip(bytes.span, limit: limit)
    }

    @Test func `a gzip file is expanded, and several one after the other`() throws {
        #expect(try gunzip(hello) == plain)
        #expect(try gunzip(hello + hello) == plain + plain)
        // tar pads its files to whole blocks.
        #expect(try gunzip(hello + [0, 0, 0]) == plain)
    }

    @Test func `every cut and every flipped bit of a small file is an error or the same text`() throws {
        for length in 0..<hello.count {
            let error = #expect(throws: InflateError.self) { try gunzip(Array(hello[..<length])) }
            #expect(error?.reason == .truncated)
        }
        for bit in 0..<(hello.count * 8) {
            var damaged = hello
            damaged[bit / 8] ^= 1 << UInt8(bit % 8)
            // Time, system and hints in the header mean nothing for the text.
            let expanded = try? gunzip(damaged)
            #expect(expanded == nil || expanded == plain)
        }
    }

    @Test func `what expands beyond the limit is refused`() throws {
        let error = #expect(throws: InflateError.self) { try gunzip(hello, limit: 17) }
        #expect(error == InflateError(.tooLong(limit: 17)))
        #expect(try gunzip(hello, limit: 18).count == 18)
        #expect(throws: InflateError(.tooLong(limit: 20))) { try gunzip(hello + hello, limit: 20) }
        let zeros = [UInt8](repeating: 0, count: 4 << 20)
        let bomb = Compression.compress(zeros.span, .gzip, level: 9) ?? []
        #expect(throws: InflateError(.tooLong(limit: 1 << 20))) { try gunzip(bomb) }
        #expect(try gunzip(bomb, limit: 4 << 20).count == 4 << 20)
    }

    @Test func `what is not compressed is an error in zlib's words`() {
        let error = #expect(throws: InflateError.self) { try gunzip(Array("hello hello hello\n".utf8)) }
        #expect(error?.description == "compressed data that is damaged (zlib: incorrect header check)")
        #expect(throws: InflateError(.trailingBytes)) {
            try Expansion.expand((hello + [1]).span, .gzip, limit: 100)
        }
        // A zlib stream that wants a dictionary: RFC 1950, section 2.2.
        #expect(throws: InflateError(.dictionary)) {
            try Expansion.inflate([0x78, 0xBB, 0, 0, 0, 1, 3, 0].span, limit: 100)
        }
    }

    @Test func `random bytes never crash`() {
        var random = SplitMix64(seed: 1)
        for _ in 0..<3000 {
            let bytes = (0..<60).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            _ = try? Expansion.inflate(bytes.span, limit: 1 << 20)
            _ = try? Expansion.expand(bytes.span, .none, limit: 1 << 20)
            _ = try? gunzip([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0] + bytes)
        }
        #expect(throws: InflateError.self) { try Expansion.inflate([UInt8]().span, limit: 1) }
    }
}

@Suite struct CompressionTests {
    private let body = Array(#"{"messages":[{"role":"user","content":[{"text":"Hello"}]}]}"#.utf8)

    /// What Python's `gzip.compress(body, mtime=0)` makes with zlib 1.2.13.
    private let stored: [UInt8] = [
        31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 171, 86, 202, 77, 45, 46, 78, 76, 79, 45, 86, 178, 138, 174, 86, 42, 202, 207,
        73, 85, 178, 82, 42, 45, 78, 45, 82, 210, 81, 74, 206, 207, 43, 73, 205, 43, 1, 203, 148, 164, 86, 0, 25, 74,
        30, 169, 57, 57, 249, 74, 181, 177, 64, 8, 0, 75, 159, 94, 228, 59, 0, 0, 0,
    ]

    @Test func `what classic zlib wrote is read, and written again where it is the library`() throws {
        #expect(try Expansion.gunzip(stored.span, limit: 100) == body)
        guard Compression.isClassic else { return }
        #expect(Compression.compress(body.span, .gzip, level: 9)?[10...] == stored[10...])
    }

    @Test(arguments: [DeflateFrame.gzip, .zlib, .none], [-1, 0, 1, 6, 9, 10])
    func `what is compressed comes back`(_ frame: DeflateFrame, _ level: Int) throws {
        var random = SplitMix64(seed: 2)
        for count in [0, 1, 59, 70_000] {
            let plain = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next() & 15) }
            let packed = Compression.compress(plain.span, frame, level: level) ?? []
            #expect(try Expansion.expand(packed.span, frame, limit: count) == plain)
        }
    }
}

/// Python's zlib as the compressor.
@Suite(.live, .enabled("needs python3") { (try? await Python.run("import zlib")) != nil }, .timeLimit(.minutes(10)))
struct ExpansionOracleTests {
    private static let script = #"""
        import base64, gzip, json, random, sys, zlib
        random.seed(3)
        texts = [b"", b"a", b"a" * 20000, bytes(range(256)) * 20, random.randbytes(20000),
            b"".join(random.choice([b"word ", b"text ", b'{"a": 1}', random.randbytes(3)]) for _ in range(6000))]
        cases = []
        def add(kind, data, text): cases.append([kind, base64.b64encode(data).decode(), base64.b64encode(text).decode()])
        for text in texts:
            for level in [0, 1, 6, 9]:
                for strategy in [zlib.Z_DEFAULT_STRATEGY, zlib.Z_HUFFMAN_ONLY, zlib.Z_FIXED, zlib.Z_RLE]:
                    for kind, bits in [("gzip", 31), ("deflate", 15), ("deflate", -15)]:
                        c = zlib.compressobj(level, zlib.DEFLATED, bits, 8, strategy)
                        add(kind, c.compress(text) + c.flush(), text)
        add("gzip", gzip.compress(b"one ") + gzip.compress(b"two"), b"one two")
        sys.stdout.write(json.dumps(cases))
        """#

    @Test func `what zlib compresses comes back`() async throws {
        let cases = try #require(try JSONValue(parsing: try await Python.run(Self.script)).arrayValue)
        #expect(cases.count == 289)
        for (index, item) in cases.enumerated() {
            let data = try #require(item[1]?.stringValue.map { try Base64.decode($0.utf8.span) })
            let text = try #require(item[2]?.stringValue.map { try Base64.decode($0.utf8.span) })
            if item[0] == "gzip" {
                #expect(try Expansion.gunzip(data.span, limit: 1 << 20) == text, "case \(index)")
            } else {
                #expect(try Expansion.inflate(data.span, limit: 1 << 20) == text, "case \(index)")
            }
        }
    }
}

private enum Python {
    static func run(_ program: String) async throws -> [UInt8] {
        try await Program.run("python3", ["-c", program]).succeeded().output
    }
}
