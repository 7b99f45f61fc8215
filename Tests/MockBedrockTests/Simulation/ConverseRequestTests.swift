import Codes
import MockBedrock
import TestSupport
import Testing

/// What the service finds in the body of a Converse request.
@Suite(.live, .timeLimit(.minutes(10)))
struct ConverseRequestTests: ModelCalls {
    @Test(arguments: [
        (
            "{}",
            "1 validation error detected: Value null at 'messages' failed to satisfy constraint: Member must not be null"
        ),
        (
            #"{"messages":[]}"#,
            "A conversation must start with a user message. Try again with a conversation that starts with a user message."
        ),
        (
            #"{"messages":[{"role":"assistant","content":[{"text":"x"}]}]}"#,
            "A conversation must start with a user message. Try again with a conversation that starts with a user message."
        ),
        (
            #"{"messages":[{"role":"critic","content":[{"text":"x"}]}]}"#,
            "1 validation error detected: Value 'critic' at 'messages.1.member.role' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [user, assistant, system]"
        ),
        (
            #"{"messages":[{"role":"user","content":[]}]}"#,
            "The content field in the Message object at messages.0 is empty. "
                + "Add a ContentBlock object to the content field and try again."
        ),
        (
            #"{"messages":[{"role":"user","content":[{"text":"a"},{"text":" \n"}]}]}"#,
            "The text field in the ContentBlock object at messages.0.content.1 is blank. "
                + "Add text to the text field, and try again."
        ),
        (
            #"{"messages":[{"role":"user","content":[{"text":"a"}]}],"inferenceConfig":{"maxTokens":0}}"#,
            "1 validation error detected: Value '0' at 'inferenceConfig.maxTokens' failed to satisfy constraint: "
                + "Member must have value greater than or equal to 1"
        ),
        (
            #"{"messages":[{"role":"user","content":[{"text":"a"}]}],"toolConfig":{"tools":[{"toolSpec":{"name":"","#
                + #""description":"","inputSchema":{"json":{}}}}]}}"#,
            "3 validation errors detected: Value '' at 'toolConfig.tools.1.member.toolSpec.name' failed to satisfy "
                + "constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_-]+; Value '' at "
                + "'toolConfig.tools.1.member.toolSpec.name' failed to satisfy constraint: Member must have length "
                + "greater than or equal to 1; Value '' at 'toolConfig.tools.1.member.toolSpec.description' failed to "
                + "satisfy constraint: Member must have length greater than or equal to 1"
        ),
        (
            #"{"messages":[{"role":"user","content":[{"text":"a"}]}],"toolConfig":{"tools":[]}}"#,
            "1 validation error detected: Value at 'toolConfig.tools' failed to satisfy constraint: Member must have "
                + "length greater than or equal to 1"
        ),
        (
            #"{"messages":[{"role":"user","content":[{"text":"a"},{}]}]}"#,
            "ContentBlock object at messages.0.content.1 must set one of the following keys: text, image, document, "
                + "video, audio, toolUse, toolResult, guardContent, cachePoint, reasoningContent, citationsContent, "
                + "searchResult, toolAddition, toolRemoval."
        ),
        (
            #"{"messages":[{"role":"user","content":[{"text":"a"}]},{"role":"user","content":[{"text":"b"}]}]}"#,
            "A conversation must alternate between user and assistant roles. Make sure the conversation alternates "
                + "between user and assistant roles and try again."
        ),
        (
            #"{"messages":[{"role":"user","content":[{"text":"a"}]},{"role":"assistant","content":[{"toolUse":"#
                + #"{"toolUseId":"x","name":"t","input":{}}}]},{"role":"user","content":[{"text":"b"}]}]}"#,
            "The toolConfig field must be defined when using toolUse and toolResult content blocks."
        ),
        (
            #"{"toolConfig":{"tools":[{"toolSpec":{"name":"t","inputSchema":{"json":{"type":"object"}}}}]},"messages":"#
                + #"[{"role":"user","content":[{"text":"a"}]},{"role":"assistant","content":[{"toolUse":{"toolUseId":"x","#
                + #""name":"t","input":{}}}]},{"role":"user","content":[{"text":"b"}]}]}"#,
            "Expected toolResult blocks at messages.2.content for the following Ids: x"
        ),
        (
            #"{"toolConfig":{"tools":[{"toolSpec":{"name":"t","inputSchema":{"json":{}}}}]},"messages":"#
                + #"[{"role":"user","content":[{"text":"a"}]}]}"#,
            "The value at toolConfig.tools.0.toolSpec.inputSchema.json.type must be one of the following: object."
        ),
        (
            #"{"messages":[{"role":"user","content":[{"document":{"name":"a","source":{"text":"t"}}}]}]}"#,
            "A text block must be included when using documents."
        ),
        (
            #"{"messages":[{"role":"user","content":[{"text":"a"}]}],"inferenceConfig":{"maxTokens":51}}"#,
            "The maximum tokens you requested exceeds the model limit of 50. "
                + "Try again with a maximum tokens value that is lower than 50."
        ),
    ])
    func `a request that Converse does not take`(body: String, message: String) async throws {
        let answer = try await call(account(ModelState()), body: body)
        #expect(answer.status == 400)
        #expect(answer.errorType == "ValidationException")
        #expect(answer.message == message)
    }

    @Test(arguments: ["", "{", "[]", "\"text\"", #"{"messages":{}}"#, #"{"messages":[],"messages":[]}"#])
    func `a body that is no request`(body: String) async throws {
        let answer = try await call(account(ModelState()), body: body)
        #expect(answer.status == 400)
        #expect(answer.errorType == "SerializationException")
    }

    @Test(arguments: [
        (
            #""system":[{"text":"be brief"}]"#, 400,
            "This model doesn't support system messages. Try again without a system message or use a model that supports system messages."
        ),
        (#""toolConfig":{"tools":[{"cachePoint":{"type":"default"}}]}"#, 400, "This model doesn't support tool use."),
        (
            #""inferenceConfig":{"temperature":0}"#, 400,
            "The model returned the following errors: `temperature` is deprecated for this model."
        ),
        (
            #""inferenceConfig":{"topP":1}"#, 400,
            "The model returned the following errors: `top_p` is deprecated for this model."
        ),
    ])
    func `a member that the model does not take`(member: String, status: Int, message: String) async throws {
        let body = #"{"messages":[{"role":"user","content":[{"text":"a"}]}],"# + member + "}"
        let answer = try await call(account(ModelState(), features: []), body: body)
        #expect(answer.status == status)
        #expect(answer.message == message)
        #expect(try await call(account(ModelState()), body: body).status == 200)
    }

    @Test(arguments: [
        #"{"messages":[{"role":"user","content":[{"text":"a"},{"cachePoint":{"type":"default"}}]}]}"#,
        #"{"messages":[{"role":"user","content":[{"text":"a"}]}],"system":[{"cachePoint":{"type":"default"}}]}"#,
    ])
    func `a cache point that the model does not take looks like a lack of access`(body: String) async throws {
        let answer = try await call(account(ModelState(), features: [.system]), body: body)
        expect(
            answer, 403, "AccessDeniedException",
            "You invoked an unsupported model or your request did not allow prompt caching.",
            finding: .validationCacheUnsupported)
    }

    @Test func `a prompt that is too long`() async throws {
        let text = String(repeating: "word ", count: 2000)
        let answer = try await call(
            account(ModelState()), body: #"{"messages":[{"role":"user","content":[{"text":"\#(text)"}]}]}"#)
        #expect(answer.status == 400)
        #expect(answer.message?.hasSuffix(" tokens > 1000 maximum") == true)
    }
}
