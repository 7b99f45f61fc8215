import Codes
import Evidence
import Report
import Testing

@testable import Diagnosis

/// What a gateway or a program made wrong by itself: its own part comes first, and nothing that its user does not hold.
@Suite struct MiddlemanTests {
    @Test(
        arguments: [
            (
                #"litellm.BadRequestError: BedrockException - {"message":"aws_region_name: Extra inputs are not permitted"}"#,
                "Update LiteLLM"
            ),
            (
                "An error occurred (ValidationException) when calling the InvokeModel operation: aws_session_token: Extra inputs are not permitted",
                "Update the program"
            ),
            (
                #"litellm.BadRequestError: BedrockException - {"message":"prompt_cache_key: Extra inputs are not permitted"}"#,
                "In LiteLLM, drop what the model does not take: additional_drop_params: [\"prompt_cache_key\"]"
            ),
        ])
    func `a setting of the program's own that reached the model is the program's fault`(text: String, start: String)
        throws
    {
        #expect(firstRemedy(try firstFinding(text)).hasPrefix(start))
    }

    @Test func `nobody but LiteLLM can change the policy of its session`() throws {
        let finding = try firstFinding(
            """
            The role has the right, and LiteLLM's session policy lacks it.
            {"Message":"User: arn:aws:sts::111122223333:assumed-role/gate/litellm-session is not authorized to perform: bedrock:Rerank because no identity-based policy allows the bedrock:Rerank action"}
            """)
        #expect(finding.title.contains("session policy"))
        #expect(finding.remedies.count == 1)
        #expect(firstRemedy(finding).contains("newer LiteLLM"))
    }

    @Test(
        arguments: [
            ("I set AWS_BEARER_TOKEN_BEDROCK and the call hangs. The bearer token was created yesterday.", false),
            ("Bedrock rejects the bearer token with 403 Forbidden when I call Converse from our service.", true),
            (#"API Error: 403 {"Message":"Invalid API Key format: Must start with pre-defined prefix"}"#, true),
        ])
    func `a bearer token is refused by a status or a word for it`(text: String, isRefused: Bool) throws {
        #expect((try firstFinding(text).code == .bearerTokenInvalid) == isRefused)
    }

    @Test(
        arguments: [
            "With Claude Code every request returns a 404.\n\nANTHROPIC_BEDROCK_BASE_URL=https://llm.example.org/bedrock/\nThe helper script fetches the Bearer token.",
            "I am getting a 404 from our gateway. It takes a Bearer token, which I send.",
        ])
    func `a status that is told is one`(text: String) throws {
        #expect(try firstFinding(text).code == .answerNotFromService)
    }

    @Test(
        arguments: [
            (
                """
                The proxy was called with Authorization: Bearer sk-ant-oat01-example and sent it on through LiteLLM.
                {"Message":"Invalid API Key format: Must start with pre-defined prefix"}
                """, FindingCode.bearerTokenInvalid, "from handing the client's Authorization header on"
            ),
            (
                """
                401 - {'error': {'code': 'invalid_api_key', 'message': 'Invalid bearer token'}}
                With curl the key works. The api_key falls through to the literal "no-key-required", which is sent as the bearer token.
                """, .bearerTokenInvalid, "the word no-key-required"
            ),
            (
                "With a BYOK credential at the gateway every call fails:\ngetaddrinfo ENOTFOUND bedrock-runtime..amazonaws.com",
                .regionMissing, "stored at the gateway"
            ),
            (
                """
                AWS_ENDPOINT_URL is set, and the gateway ignores the base_url:
                dial tcp: lookup bedrock-runtime.eu-west-1.amazonaws.com on 10.0.0.2:53: no such host
                """, .networkNameUnresolved, "let the public name lead to the private endpoint"
            ),
            (
                """
                POST /v1/messages with model bedrock/converse/us.anthropic.claude-sonnet-4-20250514-v1:0 on LiteLLM gives
                {"Output": {"__type": "com.amazon.coral.service#UnknownOperationException"}, "Version": "1.0"}
                """, .wrongEndpoint, "Leave converse/ out"
            ),
            (
                """
                POST https://bedrock-runtime.us-west-2.amazonaws.com/knowledgebases/KB12345678/retrieve
                {"Output": {"__type": "com.amazon.coral.service#UnknownOperationException"}, "Version": "1.0"}
                """, .wrongEndpoint, "https://bedrock-agent-runtime.us-west-2.amazonaws.com"
            ),
            (
                "TOOL_AWS_ACCESS_KEY_ID is required for runs without a terminal.\nRun the tool once to save credentials.",
                .credentialsMissing, "it wants TOOL_AWS_ACCESS_KEY_ID by name"
            ),
        ])
    func `the part of the program leads`(text: String, code: FindingCode, words: String) throws {
        let finding = try firstFinding(text)
        #expect(finding.code == code)
        #expect(firstRemedy(finding).contains(words), "\(firstRemedy(finding))")
    }

    @Test(
        arguments: [
            "Error: getaddrinfo ENOTFOUND bedrock-runtime.eu-west-1.amazonaws.com",
            "base_url=https://llm.example.org\nError: getaddrinfo ENOTFOUND llm.example.org",
        ])
    func `an endpoint that nobody says is ignored is not`(text: String) throws {
        #expect(!firstRemedy(try firstFinding(text)).contains("does not call the endpoint"))
    }

    @Test func `a program that does not have the provider sent nothing`() throws {
        let finding = try firstFinding(
            #"Sorry, but provider "amazon-bedrock" is currently not supported, please open a issue in the github repo!"#
        )
        #expect(finding.code == .clientRefused)
    }
}
