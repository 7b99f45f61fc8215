import Codes
import SigV4
import SignatureForensics
import Testing

/// What is said when no cause is found: no more than the accounts that are known allow.
@Suite("Mismatches without a cause")
struct OpenMismatchTests {
    /// A request as a signer with some mistake sends it, and what a right verifier expects of it.
    private static func refused(
        _ mistake: (inout TestSigner) -> Void
    ) throws -> (request: SignableRequest, expected: SignedTexts) {
        var signer = TestRequest.escapedColon.signer
        mistake(&signer)
        let request = signer.request()
        let accounts = SignedAccounts(ForensicCase(request: request))
        return (request, try #require(accounts.wire))
    }

    private static func examine(_ forensicCase: ForensicCase) -> ForensicReport {
        SignatureExaminer(budget: 20_000).examine(forensicCase)
    }

    private static let mistakes: [@Sendable (inout TestSigner) -> Void] = [
        { $0.path = { $0 } },
        { $0.payload = { _ in SHA256Digest.hash([]).hex } },
        { $0.secret = "another" },
        { $0.signed.set("Host", "example.com") },
    ]

    @Test(arguments: 0..<4)
    func `a request and an echo say nothing of the key`(index: Int) throws {
        let (request, expected) = try Self.refused(Self.mistakes[index])
        let report = Self.examine(ForensicCase(request: request, server: expected))
        #expect(report.codes == [.signatureMismatch, .keyWrong])
        #expect(report.findings.map(\.confidence) == [.certain, .possible])
        #expect(report.reproduction == .untried)
    }

    @Test func `nor do they when the secret at hand does not give the signature`() throws {
        let (request, expected) = try Self.refused { $0.signed.body = Array("something else entirely".utf8) }
        for secret in [TestRequest.secret, "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY "] {
            let own = SigningCredentials(accessKeyID: TestRequest.escapedColon.keyID, secretAccessKey: secret)
            let report = Self.examine(ForensicCase(request: request, server: expected, credentials: [own]))
            #expect(report.codes == [.signatureMismatch, .keyWrong])
            #expect(report.findings.map(\.confidence) == [.certain, .possible])
            #expect(report.reproduction == .failed)
        }
    }

    @Test func `a client that signed what the server expected has a wrong secret`() throws {
        let (request, expected) = try Self.refused { $0.secret = "another" }
        let known = Self.examine(ForensicCase(request: request, client: expected, server: expected))
        #expect(known.codes == [.keyWrong])
        #expect(known.findings.map(\.confidence) == [.likely])
        let alone = Self.examine(ForensicCase(client: expected, server: expected))
        #expect(alone.codes == [.keyWrong])
        let unconfirmed = Self.examine(ForensicCase(request: request, client: expected))
        #expect(unconfirmed.codes == [.signatureMismatch, .keyWrong])
        #expect(unconfirmed.findings.last?.confidence == .possible)
    }

    @Test func `a signature that the secret gives for the server's text is the key's fault for certain`() throws {
        let (request, expected) = try Self.refused { _ in }
        let report = Self.examine(
            ForensicCase(request: request, server: expected, credentials: [TestRequest.escapedColon.credentials]))
        #expect(report.codes == [.keyWrong])
        #expect(report.findings.first?.confidence == .certain)
        #expect(report.reproduction == .right)
    }

    @Test func `a method that was signed wrongly has its rule for a fix`() throws {
        var signer = TestRequest.escapedColon.signer
        signer.signed.method = "post"
        let report = Self.examine(
            ForensicCase(request: signer.request(), credentials: [TestRequest.escapedColon.credentials]))
        let finding = try #require(report.findings.first)
        #expect(finding.cause == .methodWrong)
        #expect(finding.confidence == .proven)
        #expect(finding.transformation == "the method 'post'")
        #expect(finding.fix.contains("in capitals"))
    }

    @Test(arguments: [("Accept-Encoding", FindingCode.headerAcceptEncoding), ("Connection", .headerHop)])
    func `a signed header that gateways write anew is named, with the secret behind it`(
        name: String, code: FindingCode
    ) throws {
        let changes: [@Sendable (inout TestSigner) -> Void] = [
            { $0.sent.set(name, "what a gateway wrote") }, { $0.secret = "another" },
        ]
        for change in changes {
            var signer = TestRequest.escapedColon.signer
            signer.both { $0.set(name, "of its own") }
            change(&signer)
            let report = Self.examine(
                ForensicCase(request: signer.request(), credentials: [TestRequest.escapedColon.credentials]))
            #expect(report.codes == [code, .keyWrong])
            #expect(report.findings.map(\.confidence) == [.likely, .possible])
            #expect(report.findings.first?.summary.contains("'\(name.lowercased())'") == true)
        }
    }

    // MARK: Changes on the way

    private static func changed(_ expected: SignedTexts, _ old: String, _ new: String) -> SignedTexts {
        SignedTexts(
            canonicalRequest: CanonicalRequest(
                bytes: Array(expected.canonicalRequest.text.replacing(old, with: new).utf8)),
            stringToSign: expected.stringToSign)
    }

    @Test func `a change on the way tells what was signed first, and what the server saw second`() throws {
        let (request, signed) = try Self.refused { _ in }
        let cases: [(old: String, new: String, code: FindingCode)] = [
            ("nova-lite", "nova-micro", .signatureMismatch), ("bedrock-runtime", "internal", .headerHost),
            ("application/json", "text/json", .headerContentType), ("POST", "GET", .methodWrong),
        ]
        for (old, new, code) in cases {
            let seen = Self.changed(signed, old, new)
            for credentials in [[], [TestRequest.escapedColon.credentials]] {
                let report = Self.examine(
                    ForensicCase(request: request, client: signed, server: seen, credentials: credentials))
                let finding = try #require(report.findings.first)
                #expect(finding.cause == code)
                #expect(finding.place == .inFlight)
                let difference = try #require(finding.difference)
                #expect(String(decoding: difference.first ?? [], as: UTF8.self).contains(old), "\(difference)")
                #expect(String(decoding: difference.second ?? [], as: UTF8.self).contains(new), "\(difference)")
                #expect(!report.codes.contains(.keyWrong))
            }
        }
    }

    // MARK: Side by side

    @Test func `only the sections that differ stand side by side`() throws {
        let (_, expected) = try Self.refused { _ in }
        func changed(_ old: String, _ new: String) -> SignedTexts { Self.changed(expected, old, new) }
        let accounts = SignedAccounts(
            client: changed("%253A", "%3A"), wire: expected, server: changed("host:bedrock", "host:proxy"))
        let rows = accounts.differences
        #expect(rows.map(\.section) == [.path, .header("host")])
        #expect(rows.first?.client == .line(Array("/model/amazon.nova-lite-v1%3A0/converse".utf8)))
        #expect(rows.first?.wire == rows.first?.server)
        #expect(SignedAccounts(client: expected, wire: expected).differences.isEmpty)
        let absent = SignedAccounts(wire: expected, server: changed("content-type:application/json\n", ""))
        #expect(absent.differences.first?.section == .header("content-type"))
        #expect(absent.differences.first?.server == .absent)
        #expect(absent.differences.first?.client == .unknown)
    }

    @Test func `tokens that differ are masked in every row`() throws {
        let one = SignedTexts(try ExampleRequest.stages())
        let other = SignedTexts(try ExampleRequest.stages(token: "FwoGEXAMPLEOTHERLONGER"))
        let rows = SignedAccounts(client: one, server: other).differences
        #expect(rows.first?.section == .header("x-amz-security-token"))
        var text = ""
        dump(rows, to: &text)
        for row in rows {
            for case .line(let bytes) in [row.client, row.wire, row.server] {
                text += String(decoding: bytes, as: UTF8.self)
            }
        }
        #expect(!text.contains("FwoGEXAMPLE"))
    }
}
