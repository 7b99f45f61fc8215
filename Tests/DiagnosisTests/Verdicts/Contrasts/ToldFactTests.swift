import Codes
import Diagnosis
import Evidence
import Report
import Testing

/// What a report tells of the failure takes the place of what holds by default.
@Suite struct ToldFactTests {
    private func first(_ text: String) throws -> Finding {
        let input = try ReadInput(Array(text.utf8), name: "issue.txt")
        return try #require(Explanation(input, context: ExplainContext()).findings.first)
    }

    private static let expired =
        "An error occurred (ExpiredTokenException) when calling the Converse operation: The security token included in the request is expired"

    @Test(arguments: [
        "I renewed the credentials in the file, and it keeps failing until I restart the app.",
        "New credentials do not help: I have to quit the editor and open it anew.",
    ])
    func `credentials that help only a new start are kept by the program`(told: String) throws {
        let finding = try first(told + "\n\n" + Self.expired)
        #expect(finding.code == .tokenExpired)
        let remedy = try #require(finding.remedies.first)
        #expect(remedy.text.contains("Restart the program") && remedy.command == nil, "\(remedy.text)")
    }

    @Test func `an expired token without such words is to be renewed`() throws {
        #expect(try first(Self.expired).remedies.first?.text.contains("Get new credentials") == true)
    }

    private static let throttled =
        "An error occurred (ThrottlingException) when calling the InvokeModel operation (reached max retries: 4): Too many requests, please wait before trying again."

    @Test(arguments: [
        "We send three calls an hour, well below the quota of 50 a minute.",
        "My usage is nowhere near the limit that the page shows.",
    ])
    func `a throttle far below the quota is a matter of the applied value`(told: String) throws {
        let remedy = try #require(try first(told + "\n\n" + Self.throttled).remedies.first)
        #expect(remedy.text.contains("applied") && remedy.command?.contains("service-quotas") == true, "\(remedy.text)")
        #expect(!remedy.text.contains("make fewer calls"))
    }

    private static let silent =
        "botocore.exceptions.ReadTimeoutError: Read timeout on endpoint URL: \"https://bedrock-runtime.us-east-1.amazonaws.com/model/x/converse\""

    @Test(arguments: [
        ("The client has read_timeout=300 already.", "300 s"), ("The call timed out after 900 seconds.", "900 s"),
    ])
    func `the time that was waited is the one that is told`(told: String, says: String) throws {
        let finding = try first(told + "\n\n" + Self.silent)
        #expect(finding.code == .networkAnswerTimeout)
        #expect(finding.remedies.contains { $0.text.contains(says) })
        #expect(!finding.remedies.contains { $0.text.contains("waits 60 s") })
    }

    @Test(arguments: [
        ("AxiosError: timeout of 30000ms exceeded", "30 s", "timeout: 600000"),
        (
            "operation error Bedrock Runtime: Converse, context deadline exceeded (timeout: 5s)", "5 s",
            "600*time.Second"
        ),
        (
            "The request was canceled due to the configured HttpClient.Timeout of 100 seconds elapsing. at Amazon.Runtime.X",
            "100 s", "FromSeconds(600)"
        ),
        (
            "software.amazon.awssdk.core.exception.ApiCallTimeoutException: Client execution did not complete before the specified timeout configuration: 45000 millis\napiCallTimeout(Duration.ofSeconds(45))",
            "45 s", "ofSeconds(600)"
        ),
        (
            "Seahorse::Client::NetworkingError (Net::ReadTimeout)\nhttp_read_timeout: 300", "300 s",
            "http_read_timeout: 900"
        ),
    ])
    func `each client's own setting gets a value above the told one`(text: String, told: String, setting: String) throws
    {
        let finding = try first(text)
        #expect(finding.code == .networkAnswerTimeout)
        let remedy = try #require(finding.remedies.first)
        #expect(remedy.text.contains(told) && remedy.text.contains(setting), "\(remedy.text)")
    }
}
