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

    @Test(
        arguments: [
            // The endpoint that is set is the one that does not answer.
            (
                """
                endpoint_url="https://vpce-0a1b2c3d4e5f67890-abcdefgh.bedrock-runtime.us-east-1.vpce.amazonaws.com"
                The name still resolves to 10.0.0.4
                botocore.exceptions.ConnectTimeoutError: Connect timeout on endpoint URL: "https://vpce-0a1b2c3d4e5f67890-abcdefgh.bedrock-runtime.us-east-1.vpce.amazonaws.com/model/m/converse"
                """, "does not call the endpoint"
            ),
            // The word is the value of another member.
            (
                """
                {"max_tokens":100,"tool_choice":"none","messages":[]} as presented before
                {"Message":"Invalid API Key format: Must start with pre-defined prefix"}
                """, "what it sends is the word"
            ),
            (
                """
                It sends {"max_tokens":100,"tool_choice":"none","api_key":"ABSKexample"}
                {"Message":"Invalid API Key format: Must start with pre-defined prefix"}
                """, "what it sends is the word"
            ),
            // The host is at fault, and a payload has messages.
            (
                """
                POST https://bedrock.us-east-1.amazonaws.com/model/x/converse
                model bedrock/converse/us.anthropic.claude-sonnet-4-20250514-v1:0 {"messages":[{"role":"user"}]}
                {"Output": {"__type": "com.amazon.coral.service#UnknownOperationException"}, "Version": "1.0"}
                """, "Leave converse/ out"
            ),
        ])
    func `the part of a program that the text does not show is not told`(text: String, words: String) throws {
        let finding = try firstFinding(text)
        #expect(!finding.remedies.contains { $0.text.contains(words) })
    }

    @Test(
        arguments: [
            "bedrock.us-east-1.amazonaws.com/foundation-models",
            "bedrock.us-east-1.amazonaws.com/inference-profiles/us.anthropic.claude-sonnet-4-20250514-v1:0",
            "bedrock-runtime.us-east-1.amazonaws.com/model/m/converse-stream",
            "bedrock-runtime.us-east-1.amazonaws.com/guardrail/g/version/1/apply",
            "bedrock-agent.us-east-1.amazonaws.com/agents/AGENT12345/",
            "bedrock-agent.us-east-1.amazonaws.com/agents/AGENT12345/agentaliases/ALIAS12345/",
            "bedrock-agent.us-east-1.amazonaws.com/agents/AGENT12345/agentversions/1/knowledgebases/KB12345678/",
            "bedrock-agent.us-east-1.amazonaws.com/flows/FLOW123456/aliases/ALIAS12345",
            "bedrock-agent.us-east-1.amazonaws.com/knowledgebases/KB12345678/datasources/DS12345678/documents",
            "bedrock-agent-runtime.us-east-1.amazonaws.com/agents/my-session-1",
            "bedrock-agent-runtime.us-east-1.amazonaws.com/agents/AGENT12345/agentAliases/ALIAS12345/memories",
            "bedrock-agent-runtime.us-east-1.amazonaws.com/agents/AGENT12345/agentAliases/ALIAS12345/sessions/s/text",
            "bedrock-agent-runtime.us-east-1.amazonaws.com/flows/FLOW123456/aliases/ALIAS12345",
            "bedrock-agent-runtime.us-east-1.amazonaws.com/flows/FLOW123456/aliases/ALIAS12345/executions/e/events",
            "bedrock-agent-runtime.us-east-1.amazonaws.com/knowledgebases/KB12345678/retrieve",
        ])
    func `a path is at home at each host that has it`(place: String) throws {
        let type = "com.amazon.coral.service#UnknownOperationException"
        let finding = try firstFinding(
            "POST https://\(place)\n{\"Output\": {\"__type\": \"\(type)\"}, \"Version\": \"1.0\"}")
        #expect(!finding.remedies.contains { $0.text.contains("the path belongs to") })
    }

    @Test func `a failure of the server says nothing of the path`() throws {
        let place = "https://bedrock-runtime.us-west-2.amazonaws.com/knowledgebases/KB12345678/retrieve"
        #expect(try firstFinding("POST \(place) failed: 404").code == .wrongEndpoint)
        #expect(try firstFinding("POST \(place) failed: 500").code != .wrongEndpoint)
    }

    @Test func `a URL in a log is no setting`() throws {
        let text = """
            INFO listing via endpoint https://bedrock.us-east-1.amazonaws.com ok: 30 models
            KeyError: 'output'
              in client.converse
            """
        #expect(try firstFinding(text).code == .programFailed)
    }

    @Test func `a program that does not have the provider sent nothing`() throws {
        let finding = try firstFinding(
            #"Sorry, but provider "amazon-bedrock" is currently not supported, please open a issue in the github repo!"#
        )
        #expect(finding.code == .clientRefused)
    }
}
