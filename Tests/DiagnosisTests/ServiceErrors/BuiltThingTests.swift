import Codes
import Diagnosis
import Evidence
import Report
import Testing

private func explained(_ text: String) throws -> Finding {
    let input = try ReadInput(Array(text.utf8), name: "standard input")
    return try #require(Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings.first)
}

/// Parts of agents and knowledge bases that cannot be made as they are described, and programs behind a load balancer.
@Suite struct BuiltThingTests {
    @Test(arguments: [
        (
            "aws_bedrockagent_agent.demo: waiting for Bedrock Agent (ABC) prepare: unexpected state 'FAILED', wanted target 'PREPARED'. last error: Exception: Agent Instruction cannot be null",
            FindingCode.validationRequest, "Give the agent an instruction"
        ),
        (
            "An error occurred (ValidationException) when calling the CreateAgentActionGroup operation: Failed to create OpenAPI 3 model from the JSON/YAML object that you provided for action: x",
            .validationRequest, "Look at the schema as it is sent"
        ),
        (
            "resource \"awscc_bedrock_agent\" \"a\": waiter state transitioned to FAILED. StatusMessage: Failed to create OpenAPI 3 model from the JSON/YAML object that you provided for action: x (Service: BedrockAgent, Status Code: 400). ErrorCode: InvalidRequest",
            .validationRequest, "Look at the schema as it is sent"
        ),
        (
            "Resource handler returned message: \"The knowledge base storage configuration provided is invalid, please check your configuration. (Service: BedrockAgent, Status Code: 400, Request ID: x)\" (RequestToken: y, HandlerErrorCode: InvalidRequest)",
            .validationRequest, "See three things of the vector store"
        ),
        (
            "Error: waiting for Bedrock Agent (ABC) prepare: unexpected state 'FAILED', wanted target 'PREPARED'. last error: The foundation model is not valid",
            .validationRequest, "The foundation model is not valid"
        ),
        (
            "curl -i http://my-alb-123.us-east-1.elb.amazonaws.com/api/v1/models\nHTTP/1.1 502 Bad Gateway\nServer: awselb/2.0",
            .answerNotFromService, "Read the log of what is behind the load balancer"
        ),
        (
            "openai.InternalServerError: 502 Bad Gateway\nbase_url=http://gw-1.us-east-1.elb.amazonaws.com/api/v1",
            .answerNotFromService, "Read the log of what is behind the load balancer"
        ),
        (
            "await client.send(new InvokeAgentCommand(input)) fails as soon as a model call takes longer than 60 seconds:\nInternalServerException: Internal Server Exception",
            .internalError, "Make the slow step of the agent shorter"
        ),
    ])
    func `what can be done about it leads`(text: String, code: FindingCode, first: String) throws {
        let finding = try explained(text)
        #expect(finding.code == code, "\(finding.code)")
        #expect(finding.remedies.first?.text.contains(first) ?? false, "\(finding.remedies.map(\.text))")
        #expect(!finding.remedies.contains { $0.text.contains("send the messages alone") })
    }

    @Test(arguments: [
        (
            "An error occurred (InternalServerException) when calling the InvokeAgent operation: The system encountered an unexpected error during processing. Try your request again.",
            FindingCode.internalError
        ),
        (
            "openai.InternalServerError: Error code: 503 - Service unavailable, base_url https://bedrock-runtime.us-west-2.amazonaws.com/openai/v1",
            .serviceUnavailable
        ),
    ])
    func `a fault of the service stays one`(text: String, code: FindingCode) throws {
        let finding = try explained(text)
        #expect(finding.code == code, "\(finding.code)")
        #expect(finding.remedies.first?.text.contains("retry") ?? false)
    }

    @Test func `a statement that a terminal broke is put together`() throws {
        let text = """
            Resource handler returned message: "The knowledge base storage configuration provided is
            invalid... chunks column must be indexed. The SQL command to index the column is: CREATE
            INDEX ON <table_name> USING gin (to_tsvector('simple', <text_field>)); (Service: BedrockA
            gent, Status Code: 400)" (RequestToken: x, HandlerErrorCode: InvalidRe
            quest)
            """
        #expect(try explained(text).remedies.first?.text.contains("CREATE INDEX ON <table_name> USING gin") ?? false)
    }

    @Test func `a role whose policy is not spread yet waits`() throws {
        let text = """
            AccessDeniedException: Access denied while trying to create/update an agent using InferenceProfile eu.amazon.nova-micro-v1:0. \
            Ensure Agent role has valid permissions to use the inference profile.
            It fails on the first apply, but works on a subsequent apply without any code changes.
            """
        let finding = try explained(text)
        #expect(finding.title == "The agent's service role may not call the model yet")
        #expect(finding.confidence == .likely)
        #expect(finding.remedies.first?.text.hasPrefix("Let the agent wait for its role's policy") ?? false)
    }
}
