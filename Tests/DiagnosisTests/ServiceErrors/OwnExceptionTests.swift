import Codes
import Diagnosis
import Evidence
import Report
import Testing

private func findings(_ text: String) throws -> [Finding] {
    let input = try ReadInput(Array(text.utf8), name: "standard input")
    return Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings
}

private func advice(_ finding: Finding) -> String {
    ([finding.detail] + finding.remedies.flatMap { [$0.text, $0.command ?? ""] }).joined(separator: "\n")
}

/// Exceptions of a program's own code, in the words of its language's runtime: AWS said none of them.
@Suite struct OwnExceptionTests {
    @Test(
        arguments: [
            // Java, with the JVM's helpful messages
            "java.lang.NullPointerException: Cannot invoke \"software.amazon.awssdk.services.bedrockruntime.model.ConverseOutput.message()\" because \"output\" is null",
            "Cannot read field \"usage\" because the return value of \"com.acme.BedrockReply.body()\" is null",
            "java.lang.ClassCastException: class java.lang.String cannot be cast to class java.util.Map",
            // Lua, as nginx logs it
            "2025/06/01 10:00:00 [error] 71#0: *9 lua entry thread aborted: runtime error: /plugins/bedrock.lua:52: attempt to index local 'credentials' (a nil value)",
            "handler.lua:31: attempt to concatenate field 'region' (a nil value)",
            // Dart
            "Unhandled exception: type 'Null' is not a subtype of type 'Map<String, dynamic>' in type cast",
            "Null check operator used on a null value",
            // Python
            "TypeError: unsupported operand type(s) for +=: 'NoneType' and 'int'",
            "TypeError: object NoneType can't be used in 'await' expression",
            "ValueError: not enough values to unpack (expected 2, got 1)",
            "UnboundLocalError: cannot access local variable 'stop_reason' where it is not associated with a value",
            // JavaScript
            "TypeError: Cannot convert undefined or null to object",
            "ReferenceError: fetch is not defined",
            // .NET, Go, PHP
            "System.ArgumentNullException: Value cannot be null. (Parameter 'stream')",
            "panic: runtime error: index out of range [0] with length 0",
            "PHP Fatal error: Uncaught Error: Call to undefined method Acme\\Chat::stream()",
            // A class of the runtime's whose sentence is a library's own
            "TypeError: Additional kwargs key tokens already exists in left dict and value has unsupported type <class 'float'>.",
        ])
    func `a runtime's own sentence is the program's failure`(text: String) throws {
        let finding = try #require(try findings(text).first)
        #expect(finding.code == .programFailed, "\(finding.code)")
        #expect(finding.confidence != .certain)
        #expect(advice(finding).contains("none of AWS's"), "\(advice(finding))")
    }

    @Test(
        arguments: [
            (
                "Traceback (most recent call last):\n  File \"/app/main.py\", line 3, in <module>\n    run()\n  File \"/opt/venv/lib/python3.12/site-packages/acme_chat/bedrock.py\", line 88, in stream\n    x = out['a']\nTypeError: 'NoneType' object is not subscriptable",
                "acme_chat/bedrock.py, line 88"
            ),
            (
                "TypeError: Cannot read properties of undefined (reading 'map')\n    at convert (/srv/node_modules/@acme/bedrock-chat/dist/index.js:3:9)\n    at run (/srv/node_modules/other/index.js:1:1)",
                "See the issues of @acme/bedrock-chat"
            ),
            (
                "java.lang.NullPointerException: Cannot invoke \"String.length()\" because \"id\" is null\n\tat java.base/java.util.Objects.requireNonNull(Objects.java:233)\n\tat org.acme.chat.Client.send(Client.java:12)",
                "org.acme"
            ),
        ])
    func `the package that threw is named`(text: String, name: String) throws {
        let finding = try #require(try findings(text).first)
        #expect(finding.code == .programFailed)
        #expect(advice(finding).contains(name), "\(advice(finding))")
    }

    @Test(arguments: ["'responses' is not a valid CallTypes", "'nova_sonic' is not a valid LlmProviders"])
    func `an enumeration of a gateway's own is no fault of Bedrock's`(said: String) throws {
        let log = """
            14:35:46 - LiteLLM Proxy:ERROR: proxy_server.py:4914 - Exception occured - \(said)
            ValueError: \(said)
            INFO:     10.0.0.1:45946 - "POST /responses HTTP/1.1" 500 Internal Server Error
            """
        let finding = try #require(try findings(log).first)
        #expect(finding.code == .programFailed, "\(finding.code)")
        #expect(!advice(finding).contains("backoff"))
        #expect(advice(finding).contains("LiteLLM"))
    }

    @Test(
        arguments: [
            "TypeError: fetch failed",
            "An error occurred (ValidationException) when calling the Converse operation: 'X' is not a valid Region",
        ])
    func `words that only look alike are none`(text: String) throws {
        #expect(try findings(text).first?.code != .programFailed)
    }

    @Test(
        arguments: [
            (
                "Parameter 1 of constructor in com.acme.Bot required a bean of type 'org.springframework.ai.chat.client.ChatClient$Builder' that could not be found.",
                "spring-ai-starter-model-bedrock-converse"
            ),
            (
                "NoSuchBeanDefinitionException: No qualifying bean of type 'software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient' available",
                "Spring made no bean"
            ),
            (
                "No qualifying bean of type 'org.springframework.ai.embedding.EmbeddingModel' available: expected single matching bean but found 2: titan,openAi",
                "@Qualifier"
            ),
            (
                "Unable to resolve service for type 'Amazon.BedrockRuntime.IAmazonBedrockRuntime' while attempting to activate 'Acme.Bot'.",
                "AddAWSService<IAmazonBedrockRuntime>"
            ),
            (
                "Nest can't resolve dependencies of the ChatService (?). Please make sure that the argument BedrockRuntimeClient at index [0] is available in the AppModule context.",
                "providers of the module"
            ),
            (
                "jakarta.enterprise.inject.UnsatisfiedResolutionException: Unsatisfied dependency for type dev.langchain4j.model.chat.ChatModel and qualifiers [@Default]",
                "quarkus-langchain4j-bedrock"
            ),
        ])
    func `a container without the object is named, and no model`(text: String, words: String) throws {
        let finding = try #require(try findings(text).first)
        #expect(finding.code == .programFailed, "\(finding.code)")
        #expect(advice(finding).contains(words), "\(advice(finding))")
    }

    @Test func `what a factory of beans threw decides`() throws {
        let text = """
            Error creating bean with name 'bedrock' defined in class path resource [org/acme/model/Config.class]: Factory method 'bedrock' threw \
            exception with message: Unable to load region from any of the providers in the chain software.amazon.awssdk.regions.Default@1
            """
        #expect(try findings(text).first?.code == .regionMissing)
    }

    @Test(arguments: [
        "FormatException: Unexpected extension byte (at offset 12)",
        "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xa3 in position 11: invalid start byte",
    ])
    func `bytes of a stream that were read as text`(text: String) throws {
        let finding = try #require(try findings(text).first)
        #expect(finding.code == .answerUnreadable)
        #expect(advice(finding).contains("vnd.amazon.eventstream"))
    }

    @Test func `a line of source in a crash dump is not what was thrown`() throws {
        let text = """
            if (!chain.length) {
                  throw new CredentialsProviderError("Could not load credentials from any providers", { logger });
                }
              }: ExpiredTokenException: The security token included in the request is expired
            """
        #expect(try findings(text).first?.code == .tokenExpired)
    }
}
