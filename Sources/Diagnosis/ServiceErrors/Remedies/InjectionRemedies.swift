import Evidence
import Report

/// What to do where a container that puts a program's objects together has none of the kind that another one asks for.
///
/// Sources: <https://docs.spring.io/spring-ai/reference/api/chat/bedrock-converse.html>,
/// <https://docs.spring.io/spring-boot/reference/features/spring-application.html>,
/// <https://docs.aws.amazon.com/sdk-for-net/v3/developer-guide/net-dg-config-netcore.html>,
/// <https://docs.nestjs.com/faq/common-errors>.
enum InjectionRemedies {
    /// The remedy; `nil` where no container speaks.
    static func remedy(_ call: FailedCall) -> Remedy? {
        let words = call.words
        func says(_ phrases: WordPhrase...) -> Bool { phrases.contains(where: words.has) }
        if says("expected single matching bean but found", "no unique bean definition exception") {
            return Remedy(
                """
                Two or more beans of that type stand there (their names are in the message), one for each starter in the build: name the one that is meant \
                (@Qualifier, @Primary, or Spring AI's spring.ai.model.chat=bedrock-converse), or take the other starters out. AWS was not asked.
                """)
        }
        if says("required bean type|named could not be found", "no qualifying bean type", "error creating bean name") {
            return Remedy(
                """
                The application did not start, and AWS was not asked: Spring made no bean of that type. For Bedrock the build needs the starter \
                (org.springframework.ai:spring-ai-starter-model-bedrock-converse; before 1.0 spring-ai-bedrock-converse-spring-boot-starter) in the version of the rest of \
                Spring AI, spring.ai.model.chat unset or bedrock-converse, and nothing that leaves its auto-configuration out. Ask for ChatModel or \
                ChatClient.Builder rather than for one class. Start with --debug: the report of conditions says which one was not met.
                """)
        }
        if says("unable resolve service type while attempting activate", "no service for type has been registered") {
            return Remedy(
                """
                The program's container of services (.NET) has none of that type, and AWS was not asked: register it before the application is built, \
                builder.Services.AddAWSService<IAmazonBedrockRuntime>() of AWSSDK.Extensions.NETCore.Setup, or AddSingleton with a client of your own; ask for the \
                interface, not for the class.
                """)
        }
        if says("nest cant resolve dependencies", "nullinjectorerror no provider for") {
            return Remedy(
                """
                The framework's container has no provider for what the class asks for, and AWS was not asked: put it into the providers of the module (a client of an SDK by \
                useFactory), or import the module that exports it; a circular import leaves it undefined, too.
                """)
        }
        if says(
            "unsatisfied dependency|dependencies for type", "no bean type exists", "no implementation for was bound")
        {
            return Remedy(
                """
                The application's container has no bean of that type, and AWS was not asked: add the extension or module that makes it, in the version of the rest (Quarkus: \
                io.quarkiverse.langchain4j:quarkus-langchain4j-bedrock), set what it is switched on by, or write a producer for it; with several of \
                a kind, name the one that is meant.
                """)
        }
        return nil
    }
}
