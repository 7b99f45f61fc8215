import JSONText
import TestSupport
import Testing
import WireText

@testable import RecordingImport
@testable import Recordings

@Suite struct InflateTests {
    /// gzip of "hello hello hello\n", made with gzip 1.12.
    private let hello: [UInt8] = (try? Base64.decode("H4sIAAAAAAAAA8tIzcnJV8hAkFwAO3yK3xIAAAA=".utf8.span)) ?? []

    @Test func `a gzip file is expanded`() throws {
        #expect(try Decompression.gunzip(hello) == Array("hello hello hello\n".utf8))
    }

    @Test func `every cut and every flipped bit of a small file is an error or the same text`() throws {
        for length in 0..<hello.count {
            #expect(throws: InflateError.self) { try Decompression.gunzip(Array(hello[..<length])) }
        }
        for bit in 0..<(hello.count * 8) {
            var damaged = hello
            damaged[bit / 8] ^= 1 << UInt8(bit % 8)
            // Time, system and hints in the header mean nothing for the text.
            let expanded = try? Decompression.gunzip(damaged)
            #expect(expanded == nil || expanded == Array("hello hello hello\n".utf8))
        }
    }

    @Test func `what expands beyond the limit is refused`() throws {
        let error = #expect(throws: InflateError.self) { try Decompression.gunzip(hello, limit: 17) }
        #expect(error == InflateError(.tooLong(limit: 17)))
        #expect(try Decompression.gunzip(hello, limit: 18).count == 18)
    }

    @Test func `random bytes never crash`() {
        var state: UInt64 = 1
        for _ in 0..<3000 {
            var bytes: [UInt8] = []
            for _ in 0..<60 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes.append(UInt8(truncatingIfNeeded: state >> 56))
            }
            _ = try? Decompression.inflate(bytes, limit: 1 << 20)
            _ = try? Decompression.gunzip([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0] + bytes, limit: 1 << 20)
        }
    }
}

/// Python's zlib as the compressor.
@Suite(.live, PyYAML.isNeeded, .timeLimit(.minutes(2)))
struct InflateOracleTests {
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
        let cases = try #require(try JSONValue(parsing: try await PyYAML.run(Self.script)).arrayValue)
        #expect(cases.count == 289)
        for (index, item) in cases.enumerated() {
            let data = try #require(item[1]?.stringValue.map { try Base64.decode($0.utf8.span) })
            let text = try #require(item[2]?.stringValue.map { try Base64.decode($0.utf8.span) })
            if item[0] == "gzip" {
                #expect(try Decompression.gunzip(data) == text, "case \(index)")
            } else {
                #expect(try Decompression.inflate(data) == text, "case \(index)")
            }
        }
    }
}
