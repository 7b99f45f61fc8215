import Codes
import Report
import SigV4
import Testing

@testable import Diagnosis
@testable import Evidence

/// What the client signed beside what the service expected, in the forms in which people paste the two: the form is no mistake.
@Suite("Two accounts in many forms") struct TwoAccountFormTests {
    private static let hash = SHA256Digest.hash(Array("body".utf8)).hex
    private static let time = "20260311T101530Z"

    private static func canonical(_ payload: String = hash, host: String = "a1b2c3d4e5", at time: String = time)
        -> String
    {
        """
        POST
        /prod/items
        limit=5&page=2
        content-type:application/json
        host:\(host).execute-api.eu-west-1.amazonaws.com
        x-amz-date:\(time)

        content-type;host;x-amz-date
        \(payload)
        """
    }

    private static let echo = """
        The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing \
        method. Consult the service documentation for details.

        The Canonical String for this request should have been
        '\(canonical())'

        The String-to-Sign should have been
        'AWS4-HMAC-SHA256
        \(time)
        20260311/eu-west-1/execute-api/aws4_request
        \(SHA256Digest.hash(Array(canonical().utf8)).hex)'

        """

    private static func lines(_ text: String, _ change: (Int, Substring) -> String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map(change).joined(separator: "\n")
    }

    /// Each form of a paste by what makes it of what the client signed.
    private static let forms: [(name: String, paste: @Sendable (String) -> String)] = [
        ("fences", { "Error:\n```\n\(echo)```\nWhat I sign:\n```text\n\($0)\n```\n" }),
        (
            "a quotation above code",
            { lines("\(echo)\nCanonical request:\n\($0)") { "> \($1)" } + "\n\nlet a = sign(b)\n" }
        ),
        (
            "entities",
            {
                echo.replacing("'", with: "&#39;").replacing("&page", with: "&amp;page")
                    + "\nCanonical request:\n\($0)\n"
            }
        ),
        ("other entities", { echo.replacing("'", with: "&#x27;") + "\nCanonical request:\n\($0)\n" }),
        ("indentation of parts", { "\(lines(echo) { "    \($1)" })\n\nmine\n\n\(lines($0) { "    \($1)" })\n" }),
        (
            "a logger's prefix",
            {
                lines("Canonical request:\n\($0)\n\n\(echo)") {
                    "[2026-03-11 10:15:30,\(100 + $0)] DEBUG signer - \($1)"
                }
            }
        ),
        (
            "a prefix of the client's lines alone",
            { "\(lines("Canonical request:\n\($0)") { "12:00:\(10 + $0) app | \($1)" })\n\(echo)" }
        ),
        ("blanks at every end", { lines("\(echo)\nCanonical request:\n\($0)") { $1 + "  " } }),
        (
            "both below each other",
            {
                """
                --- my request
                \($0)
                --- their request
                \(canonical())

                SignatureDoesNotMatch: The request signature we calculated does not match the signature you provided.
                """
            }
        ),
        (
            "what AWS computed above",
            {
                """
                SignatureDoesNotMatch: The request signature we calculated does not match the signature you provided.

                Canonical request calculated by AWS:

                \(canonical())

                And this is what I sign:

                \($0)
                """
            }
        ),
        ("a quotation without a label", { "\(echo)\nwe send\n\($0)\n" }),
    ]

    private static func findings(_ text: String) throws -> [Finding] {
        Explanation(try ReadInput(Array(text.utf8), name: "paste"), context: ExplainContext()).findings
    }

    @Test(arguments: forms.indices)
    func `the form of a paste hides no mistake`(form: Int) throws {
        let text = Self.forms[form].paste(Self.canonical(SHA256Digest.hash([]).hex))
        #expect(try Self.findings(text).first?.code == .bodyUnhashed, "\(Self.forms[form].name)")
    }

    @Test(arguments: forms.indices)
    func `the form of a paste is no mistake`(form: Int) throws {
        let text = Self.forms[form].paste(Self.canonical())
        #expect(try Self.findings(text).first?.code == .keyWrong, "\(Self.forms[form].name)")
    }

    @Test func `blank lines that both accounts have lost are lost by the paste`() throws {
        let text = "\(Self.echo)\nCanonical request:\n\(Self.canonical())\n".replacing("\n\n", with: "\n")
        #expect(try Self.findings(text).first?.code == .keyWrong)
    }

    // MARK: Attempts

    @Test func `the time of another attempt is no mistake`() throws {
        let text = "Canonical request:\n\(Self.canonical(at: "20260311T093000Z"))\n\n\(Self.echo)"
        #expect(try Self.findings(text).first?.code == .keyWrong)
        #expect(!(try Self.findings(text).contains { $0.code == .timeTwo }))
    }

    @Test(arguments: [true, false])
    func `what differs besides the time is likely at most`(isBehind: Bool) throws {
        let signed = "Canonical request:\n\(Self.canonical(SHA256Digest.hash([]).hex, at: "20260311T093000Z"))\n"
        let finding = try #require(
            try Self.findings(isBehind ? "\(Self.echo)\n\(signed)" : "\(signed)\n\(Self.echo)").first)
        #expect(finding.code == .bodyUnhashed)
        #expect(finding.confidence == .likely)
    }

    @Test func `two readings of the clock in one attempt are a mistake`() throws {
        let text = "Canonical request:\n\(Self.canonical(at: "20260311T101531Z"))\n\n\(Self.echo)"
        #expect(try Self.findings(text).first?.code == .timeTwo)
    }

    @Test func `a client's text for another host stands by itself`() throws {
        let text = "\(Self.echo)\n\nCanonical request:\n\(Self.canonical(host: "z9y8x7", at: "20260311T093000Z"))\n"
        #expect(try Self.findings(text).first?.code == .signatureMismatch)
    }
}
