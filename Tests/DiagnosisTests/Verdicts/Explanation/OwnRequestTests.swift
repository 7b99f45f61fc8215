import Codes
import Report
import SigV4
import Testing
import WireText

@testable import Diagnosis
@testable import Evidence

/// The next command signs the request that an input shows, so that it can be compared line by line.
@Suite("Own request") struct OwnRequestTests {
    private static let time = "20261111T111111Z"

    private static func canonical(_ host: String, _ path: String) -> String {
        "POST\n\(path)\n\nhost:\(host)\nx-amz-date:\(time)\n\nhost;x-amz-date\n\(SHA256Digest.hash([]).hex)"
    }

    /// The first command of a client that signed another time than the service read.
    private static func command(host: String, path: String, service: String) throws -> String? {
        let right = canonical(host, path)
        let scope = "20261111/eu-west-1/\(service)/aws4_request"
        let echo = """
            The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and \
            signing method. Consult the service documentation for details.\n\nThe Canonical String for this request should have \
            been\n'\(right)'\n\nThe String-to-Sign should have been\n'AWS4-HMAC-SHA256\n\(time)\n\(scope)\n\
            \(SHA256Digest.hash(Array(right.utf8)).hex)'\n
            """.replacing("\n", with: "\\n")
        let signed = right.replacing("x-amz-date:20261111T111111Z", with: "x-amz-date:20261111T111110Z")
        let text = "Canonical request:\n\(signed)\n\n{\"message\":\"\(echo)\"}"
        let input = try ReadInput(Array(text.utf8), name: "paste")
        let findings = Explanation(input, context: ExplainContext()).findings
        return findings.flatMap(\.remedies).lazy.compactMap(\.command).first { $0.hasPrefix("doctor sign") }
    }

    @Test func `another service's request is signed for that service`() throws {
        let command = try Self.command(
            host: "abcdef1234.execute-api.eu-west-1.amazonaws.com", path: "/dev/items", service: "execute-api")
        #expect(
            command
                == "doctor sign --method POST --target /dev/items --service execute-api --endpoint-url https://abcdef1234.execute-api.eu-west-1.amazonaws.com --region eu-west-1 --time \(Self.time)"
        )
    }

    @Test func `a Converse call is signed by its model`() throws {
        let command = try Self.command(
            host: "bedrock-runtime.eu-west-1.amazonaws.com", path: "/model/amazon.nova-lite-v1%253A0/converse",
            service: "bedrock")
        #expect(
            command
                == "doctor sign --model amazon.nova-lite-v1:0 --colon encoded --region eu-west-1 --time \(Self.time)")
    }

    @Test(arguments: [
        (FindingCode.scopeService, " --region us-east-1"),
        (.pathDouble, " --service bedrock-runtime --region eu-west-1"),
    ])
    func `a scope that is the fault is not signed again`(code: FindingCode, settings: String) throws {
        let header =
            "AWS4-HMAC-SHA256 Credential=AKIA/20261111/eu-west-1/bedrock-runtime/aws4_request, SignedHeaders=host"
        let exchange = ObservedExchange(
            request: ObservedRequest(
                method: "GET", target: Array("/a".utf8), headers: [HeaderField("Authorization", header)],
                host: "bedrock-runtime.us-east-1.amazonaws.com"))
        var finding = Finding(code: code, check: .explain, status: .fail, title: "t", detail: "d")
        finding.remedies = [Remedy("do", .doctor(DoctorStep("sign")))]
        let command = try #require(OwnRequest(exchange, accounts: nil)?.signed(finding).remedies.first?.command)
        #expect(command == "doctor sign --method GET --target /a\(settings)")
    }

    @Test func `S3's own form of the path is not promised`() throws {
        let command = try Self.command(host: "b.s3.eu-west-1.amazonaws.com", path: "/k", service: "s3")
        #expect(command == nil || command == "doctor sign")
    }

    @Test func `a query with a signature or a token is left out`() throws {
        let exchange = ObservedExchange(
            request: ObservedRequest(
                method: "GET", target: Array("/a?X-Amz-Signature=0&X-Amz-Security-Token=SECRETTOKEN".utf8),
                headers: [], host: "api.example.com"))
        let own = try #require(OwnRequest(exchange, accounts: nil))
        var finding = Finding(code: .pathDouble, check: .explain, status: .fail, title: "t", detail: "d")
        finding.remedies = [Remedy("do", .doctor(DoctorStep("sign")))]
        let command = try #require(own.signed(finding).remedies.first?.command)
        #expect(command == "doctor sign --method GET --target /a --endpoint-url https://api.example.com")
    }
}
