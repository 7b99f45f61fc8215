import Testing

@testable import SigV4

@Suite("Hashing")
struct DigestTests {
    /// FIPS 180-2, appendix B, and the hash of nothing.
    static let hashes: [(String, String)] = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ]

    @Test("SHA-256", arguments: hashes)
    func hash(_ text: String, _ digest: String) {
        #expect(SHA256Digest.hash(Array(text.utf8)).hex == digest)
        #expect(
            SHA256Digest.hash(Array(text.utf8)).bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
                == digest)
    }

    struct MAC: Sendable {
        let key: [UInt8]
        let message: [UInt8]
        let mac: String
    }

    /// RFC 4231, test cases 1 to 3, 6 and 7: short keys, and keys longer than a block.
    static let macs = [
        MAC(
            key: .init(repeating: 0x0B, count: 20), message: Array("Hi There".utf8),
            mac: "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
        MAC(
            key: Array("Jefe".utf8), message: Array("what do ya want for nothing?".utf8),
            mac: "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
        MAC(
            key: .init(repeating: 0xAA, count: 20), message: .init(repeating: 0xDD, count: 50),
            mac: "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
        MAC(
            key: .init(repeating: 0xAA, count: 131),
            message: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            mac: "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
        MAC(
            key: .init(repeating: 0xAA, count: 131),
            message: Array(
                ("This is a test using a larger than block-size key and a larger than block-size data. "
                    + "The key needs to be hashed before being used by the HMAC algorithm.").utf8),
            mac: "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"),
    ]

    @Test("HMAC-SHA256", arguments: macs)
    func authenticate(_ example: MAC) {
        let key = HMACKey(example.key.span)
        // A prepared key gives the same again.
        for _ in 0..<2 { #expect(key.authenticate(example.message.span).hex == example.mac) }
    }

    @Test("digests and secrets are compared as a whole")
    func comparison() {
        let digest = SHA256Digest.hash([1])
        #expect(digest == SHA256Digest.hash([1]))
        #expect(digest != SHA256Digest.hash([2]))
        #expect(Secret("abc") == Secret("abc"))
        #expect(Secret("abc") != Secret("abd"))
        #expect(Secret("abc") != Secret("ab"))
        #expect(Secret("").matches([]))
        #expect(Secret("abc").matches(Array("abc".utf8)))
    }

    @Test("a writer keeps what it was given, however long", arguments: [0, 1, 63, 64, 65, 1023, 1024, 1025, 5000])
    func writer(_ count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        for capacity in [0, 64, 1024, 4096] {
            #expect(ByteWriter.array(capacity: capacity) { for byte in bytes { $0.append(byte) } } == bytes)
            #expect(
                ByteWriter.array(capacity: capacity) { writer in
                    writer.append(bytes)
                    writer.appendAgain(0..<count)
                } == bytes + bytes)
        }
    }
}
