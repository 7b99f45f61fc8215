import Evidence
import Testing

/// The service's sentence in the reports of tools that wait for a resource.
@Suite struct WaitedReasonTests {
    @Test(
        arguments: [
            (
                "waiting for Bedrock Agent (ABC) prepare: unexpected state 'FAILED', wanted target 'PREPARED'. last error: Exception: Agent Instruction cannot be null",
                "Agent Instruction cannot be null", nil, true
            ),
            (
                """
                │ Waiting for Cloud Control API service UpdateResource operation completion returned:
                │ waiter state transitioned to FAILED. StatusMessage: Failed to create OpenAPI 3 model
                │ from the object (Service: BedrockAgent, Status Code:
                │ 400). ErrorCode: InvalidRequest
                """, "Failed to create OpenAPI 3 model from the object", "InvalidRequest", true
            ),
            (
                """
                Resource handler returned message: "chunks column must be indexed: CREATE
                INDEX ON t (Service: BedrockA
                gent)" (RequestToken: x, HandlerErrorCode: InvalidRequest)
                """, "chunks column must be indexed: CREATE INDEX ON t (Service: BedrockA gent)", "InvalidRequest",
                false
            ),
        ] as [(String, String, String?, Bool)])
    func `it is read from joined lines`(text: String, sentence: String, code: String?, isOfState: Bool) throws {
        let reason = try #require(WaitedReason(text))
        #expect(sentence.hasPrefix(reason.sentence), "\(reason.sentence)")
        #expect(reason.code == code)
        #expect(reason.isOfState == isOfState)
    }

    @Test(arguments: [
        "ValidationException: the state was unexpected", "I wanted a StatusMessage: none came",
        "unexpected state 'FAILED', wanted target 'PREPARED'",
    ])
    func `other texts have none`(text: String) { #expect(WaitedReason(text) == nil) }
}
