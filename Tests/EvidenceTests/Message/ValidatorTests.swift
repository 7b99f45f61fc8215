import Evidence
import Testing

/// The sentences of common validators, and nested constraints of AWS's own.
@Suite struct ValidatorTests {
    @Test(
        arguments: [
            (
                "[{'type': 'missing', 'loc': ('body', 'messages', 0, 'content'), 'msg': 'Field required', 'input': {}}]",
                MemberRefusal("messages.0.content", .required)
            ),
            (
                #"{"detail":[{"type":"extra_forbidden","loc":["body","top_k"],"msg":"Extra inputs are not permitted","input":5}]}"#,
                MemberRefusal("top_k", .unknown)
            ),
            (
                "1 validation error for Request\nmessages.0.role\n  Input should be 'user' or 'assistant' [type=literal_error, input_value='tool', input_type=str]",
                MemberRefusal("messages.0.role", .oneOf("user, assistant"), found: "tool")
            ),
            (
                "1 validation error for Request\nmax_tokens\n  Input should be a valid integer [type=int_type, input_value=None, input_type=NoneType]",
                MemberRefusal("max_tokens", .type("integer"), found: "None")
            ),
            ("jsonschema: 'max_tokens' is a required property", MemberRefusal("max_tokens", .required)),
            ("Additional properties are not allowed ('foo_bar' was unexpected)", MemberRefusal("foo_bar", .unknown)),
            (
                "None is not of type 'string'\n\nFailed validating 'type' in schema\n\nOn instance['tools'][0]['name']:\n    None",
                MemberRefusal("tools.0.name", .type("string"))
            ),
            ("data/messages/0/content must be array", MemberRefusal("messages.0.content", .type("array"))),
            ("body/messages/0 must have required property 'role'", MemberRefusal("messages.0.role", .required)),
            (
                #"{"instancePath":"/temperature","keyword":"maximum","message":"must be <= 1"}"#,
                MemberRefusal("temperature", .atMost("1"))
            ),
            (
                "$.messages[0].content: string found, array expected",
                MemberRefusal("messages.0.content", .type("array"), found: "string")
            ),
            (
                "The json schema definition at toolConfig.tools.1.toolSpec.inputSchema is invalid. Fix the following errors and try again: $.properties: null found, object expected",
                MemberRefusal("toolConfig.tools.1.toolSpec.inputSchema.properties", .type("object"), found: "null")
            ),
            ("$.tools[2].name: is missing but it is required", MemberRefusal("tools.2.name", .required)),
            (
                "1 validation error detected: Value '[x y]' at 'stopSequences' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 64, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [a-z]+]",
                MemberRefusal("stopSequences", .pattern("[a-z]+"), found: "[x y]")
            ),
        ])
    func `member, value and constraint are read`(text: String, refusal: MemberRefusal) {
        #expect(MemberRefusal.all(in: text) == [refusal])
    }

    @Test func `a word of prose is no member`() {
        for text in ["You must be patient", "The data must be sent", "It costs $.05: too much", "[type=a] said he"] {
            #expect(MemberRefusal.all(in: text).isEmpty, "\(text)")
        }
    }

    @Test func `the next record of a log is none of the sentence`() throws {
        let text =
            "Expected toolResult blocks at messages.2.content for the following Ids: tooluse_9y\n[agent.demo] Error: another line"
        guard case .said(let words) = try #require(MemberRefusal.all(in: text).first).rule else {
            Issue.record("another rule")
            return
        }
        #expect(!words.contains("another line"))
    }

    @Test func `times of an echo are no server's clock`() {
        let echo =
            "x-amz-date:20160510T174638Z\n20160510T174638Z\n20160510/us-west-2/es/aws4_request\nx-amz-date:20160510T174638Z after 5 minutes"
        #expect(SignatureTimes(echo)?.server == nil)
        let told =
            "Signature expired: 20160510T174638Z is now earlier than 20160510T175638Z (20160510T180138Z - 5 min.)"
        #expect(SignatureTimes(told)?.skewSeconds == -900)
    }
}
