import Codes
import Diagnosis
import Evidence
import Report
import Testing

/// What stands around a failure is no failure: settings, links, and a person's words about the setup.
@Suite struct SurroundingTextTests {
    @Test(
        arguments: [
            "proxy_connect_timeout 300;", "timeout connect 5s", "connect_timeout: 5s", "connection_timeout = 30",
            "proxy_read_timeout 60s;\nproxy_connect_timeout 60s;",
        ])
    func `a refused signature is none of a wait in a file beside it`(setting: String) throws {
        let finding = try firstFinding(
            "The gateway keeps answering SignatureDoesNotMatch.\nserver {\n  \(setting)\n}")
        #expect(finding.code != .networkUnreachable)
        #expect(ErrorCauseGroup(finding.code) == .credentials, "\(finding.code)")
    }

    @Test func `a command leads to no link of the report`() throws {
        let finding = try firstFinding(
            """
            See https://github.com/example/tool/issues/7 and https://docs.example.com/bedrock.
            APIConnectionError: Cannot connect to host bedrock-runtime.eu-west-1.amazonaws.com:443 [Connect call failed ('10.0.1.4', 443)]
            """)
        #expect(finding.code == .networkUnreachable)
        #expect(
            remedyText(finding).contains("https://bedrock-runtime.eu-west-1.amazonaws.com/"), "\(remedyText(finding))")
        #expect(!remedyText(finding).contains("github.com"))
    }

    @Test func `a host without a region is a blank setting of the client's`() throws {
        let finding = try firstFinding("litellm: BedrockException - Cannot connect to host bedrock- ssl:default")
        #expect(finding.code == .regionMissing)
        #expect(finding.remedies.first?.text.contains("aws_region_name") == true)
    }

    @Test func `a report without its message asks for it`() throws {
        let finding = try firstFinding(
            """
            The model with my profile fails with IMDS

            I cannot share the error because of the rules here.
            It says in plain words that the role has no access.
            The same profile works in the AWS CLI on this machine.
            """)
        #expect(finding.code == .answerNotShown)
        #expect(finding.remedies.first?.text.contains("does not show") == true)
    }

    @Test(arguments: ["invalid aws secret key", "invalid aws api key"])
    func `a gateway that cannot read a key says nothing of AWS`(words: String) throws {
        let finding = try firstFinding(
            #"{"error_code":"channel:aws_client_error","message":"\#(words)","success":false}"#)
        #expect(finding.code == .answerNotFromService)
        #expect(remedyText(finding).contains("|REGION"))
    }
}

/// Of causes one within the other the innermost decides.
@Suite struct InnermostCauseTests {
    @Test(
        arguments: [
            (
                "Error: connect ECONNREFUSED 127.0.0.1:3128\n    at TCPConnectWrap.afterConnect",
                FindingCode.networkProxyFailed
            ),
            (
                "curl: (7) Failed to connect to localhost port 8118 after 0 ms: Couldn't connect to server",
                .networkProxyFailed
            ),
            (
                "HTTPS_PROXY is set to a proxy here.\nError: connect ECONNREFUSED 127.0.0.1:8080", .networkProxyFailed
            ),
            ("Error: connect ECONNREFUSED 127.0.0.1:4000", .networkUnreachable),
        ])
    func `who refuses on the machine itself is no endpoint of Bedrock's`(text: String, code: FindingCode) throws {
        let finding = try firstFinding(text)
        #expect(finding.code == code)
        #expect(!finding.title.contains("Bedrock"), "\(finding.title)")
        #expect(finding.remedies.first?.text.contains("Nobody listens") == true)
    }

    @Test func `a call without a signature or key is told as that`() throws {
        let missing =
            #"Bedrock_mantleException - {"error":{"code":"invalid_api_key","message":"Missing 'authorization' or 'x-api-key' header","type":"permission_denied_error"}}"#
        #expect(try firstFinding(missing).code == .missingAuthToken)
        let made =
            #"{"error":{"code":"invalid_api_key","message":"Invalid bearer token","type":"permission_denied_error"}}"#
        #expect(
            try firstFinding("First: \(missing)\n\nthen with a made-up key: Bedrock_mantleException - \(made)").code
                == .missingAuthToken)
        #expect(try firstFinding("Bedrock_mantleException - \(made)").code == .bearerTokenInvalid)
    }

    @Test func `a model that a knowledge base called is told as its own`() throws {
        let text =
            "An error occurred (ValidationException) when calling the Retrieve operation: You don't have access to the model with the specified model ID. (Service: BedrockRuntime, Status Code: 403) (Service: BedrockAgentRuntime, Status Code: 400)"
        let nested = try firstFinding(
            text + "\nEmbedding: arn:aws:bedrock:us-west-2::foundation-model/amazon.titan-embed-text-v2:0")
        #expect(nested.code == .modelAccessNotGranted)
        #expect(remedyText(nested).contains("knowledge base's own call"))
        #expect(remedyText(nested).contains("amazon.titan-embed-text-v2:0"))
        let plain = try firstFinding(
            "An error occurred (AccessDeniedException) when calling the Converse operation: You don't have access to the model with the specified model ID."
        )
        #expect(!remedyText(plain).contains("innermost"))
    }

    @Test func `a cached session that cannot be read has not expired`() throws {
        let finding = try firstFinding(
            """
            Error: SSOProviderInvalidToken: the SSO session has expired or is invalid
                caused by: expected RFC3339 timestamp: parsing time "2026-04-03T01:19:00UTC" as "2006-01-02T15:04:05Z07:00": cannot parse "UTC" as "Z07:00"
            """)
        #expect(finding.title.contains("cannot be read"))
        #expect(finding.remedies.first?.text.contains("innermost") == true)
    }
}
