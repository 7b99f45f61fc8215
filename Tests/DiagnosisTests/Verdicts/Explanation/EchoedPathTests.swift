import Codes
import Diagnosis
import Evidence
import Report
import Testing

private func outcome(_ text: String) throws -> [Finding] {
    let input = try ReadInput(Array(text.utf8), name: "standard input")
    return Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings
}

private func advice(_ finding: Finding) -> String {
    ([finding.title, finding.detail] + finding.remedies.flatMap { [$0.text, $0.command ?? ""] }).joined(separator: "\n")
}

/// What the service's echo proves, and what a text of the client's that was cut still shows.
@Suite struct EchoedPathTests {
    private static func refusal(_ path: String, _ rest: String) -> String {
        """
        The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.

        The Canonical String for this request should have been
        'POST
        \(path)

        host:bedrock-runtime.us-east-1.amazonaws.com
        x-amz-date:20250611T072336Z
        \(rest)
        """
    }

    private static let end = """

        host;x-amz-date
        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

        The String-to-Sign should have been
        'AWS4-HMAC-SHA256
        20250611T072336Z
        20250611/us-east-1/bedrock/aws4_request
        a7d878202cc3ba4b24808058eb5f37c1d9b30c8eda9b12201bfc047201d48e23'
        """

    @Test(arguments: [end, "..."])
    func `a path with three layers is one that was encoded twice`(rest: String) throws {
        let text =
            "The same request works with boto3.\n\n"
            + Self.refusal("/model/anthropic.claude-3-5-sonnet-20240620-v1%25253A0/converse", rest)
        let finding = try #require(try outcome(text).first)
        #expect(finding.code == .pathDouble)
        #expect(finding.remedies.first?.text.contains("Encode the model id once") ?? false, "\(advice(finding))")
    }

    @Test func `a path with two layers is as it should be`() throws {
        let text = Self.refusal("/model/anthropic.claude-3-5-sonnet-20240620-v1%253A0/converse", Self.end)
        #expect(try outcome(text).first?.code != .pathDouble)
    }

    @Test func `a client's text without its end is compared as far as it goes`() throws {
        let echo = """
            The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.

            The Canonical String for this request should have been
            'GET
            /tetris/1

            content-length:
            host:search.us-west-2.es.amazonaws.com
            x-amz-date:20160510T174638Z

            content-length;host;x-amz-date
            e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

            The String-to-Sign should have been
            'AWS4-HMAC-SHA256
            20160510T174638Z
            20160510/us-west-2/es/aws4_request
            a7d878202cc3ba4b24808058eb5f37c1d9b30c8eda9b12201bfc047201d48e23'

            When I look at what was actually used for signing, it looks like this:

            GET
            /tetris/1

            content-length:0
            host:search.us-west-2.es.amazonaws.com
            """
        for text in [echo, echo + "\nx-amz-date:20160510T174638Z"] {
            let findings = try outcome(text)
            #expect(findings.first?.code == .headerContentLength, "\(findings.map(\.code))")
            #expect(!findings.contains { $0.code == .keyWrong })
            #expect(!findings.contains { $0.rows.contains { $0.name == "clock" } })
        }
    }

    @Test func `the place of the caller decides where a country is refused`() throws {
        let text = """
            API Error: 400 Access to Anthropic models is not allowed from unsupported countries, regions, or territories.
            However, if I launch an EC2 instance in ap-northeast-2 and run the exact same steps there, Claude works fine. Even on an EC2 in cn-northwest-1 it fails.
            export AWS_REGION=cn-northwest-1
            """
        let finding = try #require(try outcome(text).first)
        #expect(finding.code == .geoRestricted)
        #expect(!advice(finding).contains("aws:RequestedRegion"), "\(advice(finding))")
        #expect(advice(finding).contains("where the program itself runs"), "\(advice(finding))")
    }
}
