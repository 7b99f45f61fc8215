import Codes
import SigV4
import SignatureForensics
import Testing
import WireText

/// Signatures that are written otherwise than as 64 small hexadecimal digits.
@Suite("Written signatures")
struct WrittenSignatureTests {
    typealias Bytes = [UInt8]
    typealias Write = @Sendable (Bytes) -> String
    typealias Signer = HandmadeSignerTests

    private static func base64(_ bytes: Bytes) -> String { String(decoding: Base64.encode(bytes), as: UTF8.self) }

    private static func pairs(_ bytes: Bytes, _ separator: String) -> String {
        bytes.map { Signer.hex([$0]) }.joined(separator: separator)
    }

    /// What a finding says, and what a language's own conversion makes of 32 bytes.
    static let spellings: [(words: String, write: Write)] = [
        ("in lower case", { Signer.hex($0).uppercased() }),
        ("with one digit where a byte begins with zero", { $0.map { String($0, radix: 16) }.joined() }),
        ("as a number", { String(Signer.hex($0).drop { $0 == "0" }) }),
        (
            "as a signed number",
            { $0.map { String(UInt32(bitPattern: Int32(Int8(bitPattern: $0))), radix: 16) }.joined() }
        ),
        ("in base64", { base64($0) }),
        (
            "in base64 for URLs",
            { base64($0).replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "") }
        ),
        ("in base64 of its digits", { base64(Array(Signer.hex($0).utf8)) }),
        ("0x before", { "0x" + Signer.hex($0) }),
        ("colons", { pairs($0, ":") }),
        ("hyphens", { pairs($0, "-").uppercased() }),
        ("blanks", { pairs($0, " ") }),
        ("first 32 digits", { String(Signer.hex($0).prefix(32)) }),
    ]

    /// Requests whose signature has such a spelling that is another one.
    private static func texts(_ write: @escaping Write) -> [String] {
        var changed = Signer.Steps()
        changed.written = write
        var texts: [String] = []
        for text in (0..<200).map({ "ping \($0)" }) where texts.count < 3 {
            if Signer.request(changed, text: text) != Signer.request(Signer.Steps(), text: text) { texts.append(text) }
        }
        return texts
    }

    @Test("the spelling is proven", arguments: spellings.indices)
    func spelling(index: Int) throws {
        let (words, write) = Self.spellings[index]
        let texts = Self.texts(write)
        #expect(texts.count == 3)
        for text in texts {
            var steps = Signer.Steps()
            steps.written = write
            let findings = try Signer.findings(steps, text: text)
            #expect(findings.map(\.cause) == [.hashForm])
            #expect(findings.first?.confidence == .proven)
            let said = findings.first.map { "\($0.summary) \($0.fix)" } ?? ""
            #expect(said.contains(words), "\(said)")
        }
    }

    @Test("so it is where one function writes all hashes", arguments: spellings.indices.filter { $0 < 11 })
    func everywhere(index: Int) throws {
        let write = Self.spellings[index].write
        for text in Self.texts(write) {
            var steps = Signer.Steps()
            steps.written = write
            steps.payload = { write(SHA256Digest.hash($0).bytes) }
            steps.hash = { write(SHA256Digest.hash(Array($0.utf8)).bytes) }
            let findings = try Signer.findings(steps, text: text)
            #expect(findings.map(\.cause) == [.hashForm])
            #expect(findings.first?.confidence == .proven)
        }
    }

    @Test("another mistake beside it is found as well")
    func beside() throws {
        var steps = Signer.Steps()
        steps.written = { Self.base64($0) }
        steps.seed = { $0 }
        #expect(try Signer.findings(steps).map(\.cause) == [.keyDerivation, .hashForm])
    }

    @Test("an HMAC of another hash is proven", arguments: OtherDigest.allCases, [true, false])
    func otherHash(digest: OtherDigest, isThroughout: Bool) throws {
        var steps = Signer.Steps()
        if isThroughout { steps.derive = { digest.authenticate($0, $1) } }
        steps.sign = { digest.authenticate($0, $1) }
        let findings = try Signer.findings(steps)
        #expect(findings.map(\.cause) == [.hashAlgorithm])
        #expect(findings.first?.confidence == .proven)
        #expect(findings.first?.summary.contains(digest.name) == true)
    }

    @Test("of a signature that was pasted and may be cut nothing is said that is not proven")
    func pasted() throws {
        var steps = Signer.Steps()
        steps.written = { _ in String(repeating: "ab", count: 20) }
        #expect(try Signer.findings(steps).map(\.cause).contains(.hashAlgorithm) == false)
    }
}
