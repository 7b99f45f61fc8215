import Catalog
import Codes
import Evidence
import Report

/// What a client does to its own call before anything leaves the machine: it refuses it, or lets it wait for a connection.
///
/// Sources: <https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/http-configuration.html>,
/// <https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/node-configuring-maxsockets.html>,
/// <https://urllib3.readthedocs.io/en/stable/reference/urllib3.connectionpool.html>,
/// <https://www.python-httpx.org/exceptions/>, <https://docs.pydantic.dev/latest/errors/validation_errors/>.
extension ErrorCause {
    static let clientOwn = list {
        ErrorCause(
            .clientPoolFull, .settings,
            rules: [
                // Apache's client, and Apache's fifth.
                .peculiar("timeout|timed waiting|wait connection pool"),
                .peculiar("connectionpooltimeoutexception|connectionrequesttimeoutexception"),
                // Netty, Reactor and AWS's own runtime (CRT).
                .peculiar("acquire operation took longer"),
                .peculiar("maximum pending connection acquisitions exceeded"),
                .peculiar("poolacquirependinglimitexception|poolacquiretimeoutexception"),
                .peculiar("pending acquire queue maximum|reached"),
                .peculiar("connection manager acquisition|acquisitions timeout|exceeded|max|pending"),
                // Vert.x, Ruby's connection_pool, httpx and urllib3.
                .peculiar("connection pool reached max wait queue"),
                .peculiar("waited sec 0 available"),
                .peculiar("pooltimeout|emptypoolerror|connectionpooltoobusyexception"),
                .peculiar("pool reached maximum size no more connections"),
                // Warnings, beside which an error of another kind decides.
                .fitting("socket usage capacity additional requests enqueued"),
                .fitting("connection pool full discarding"),
            ]
        ) { call in
            PoolRemedies.all(call)
        }
        ErrorCause(
            .clientRefused, .settings,
            rules: [
                // pydantic, over the arguments of a class.
                .peculiar("validation error|errors for", "field required", none: ["error detected"]),
                .peculiar("validation error|errors for", "extra fields|inputs not permitted", none: ["error detected"]),
                .peculiar("validation error|errors for", "input|value should|type|is|error", none: ["error detected"]),
                // A program that asks its credentials for what they do not have.
                .fitting("credentials|refreshablecredentials|readonlycredentials|session object has no attribute"),
                // Lists of models and providers that libraries bring along.
                .peculiar("only these are supported"),
                .peculiar("provider model|xmodel doesnt|not support chat|tools|streaming|embeddings"),
                .fitting(
                    "unknown|unsupported|unrecognized|unregistered provider", none: ["identity", "credential*", "saml"]),
                .fitting("invalid provider hint|name|type|prefix", none: ["identity", "credential*"]),
                .peculiar("llm provider not provided"),
                // A client that is used after it was closed: Apache's, httpx, aiohttp, asyncio, Netty, Go's and Vert.x's.
                .peculiar("connection pool shut down"),
                .peculiar("client has been closed"),
                .peculiar("client|session is closed|shutdown", none: ["connection", "sso", "ssh", "expired"]),
                .peculiar("event loop is closed"),
                .peculiar("executor rejected|terminated", "rejectedexecutionexception|event executor"),
                // LangChain's older classes, the AI SDK, and packages that are not there.
                .peculiar("stop sequence key name not supported"),
                .peculiar("unsupportedfunctionalityerror functionality not supported"),
                .peculiar("module boto3 has no attribute"),
                .peculiar("cannot find module|package", "aws*|boto*|bedrock|langchain*|anthropic*|ai|strands*"),
                .peculiar("cannot import name from", "aws*|boto*|bedrock|langchain*|anthropic*|strands*"),
                // zod, over a program's own configuration.
                .peculiar("unrecognized keys|key", "object|keys", none: ["model", "extraneous"]),
                // The AWS CLI 2, over the value of an option.
                .peculiar("invalid base64", none: ["image", "document", "source", "media"]),
                // A program's own look at its history.
                .peculiar("no content assistant|user message before conversational turn"),
                // A program's own list of models, which it asks before it calls anybody.
                .peculiar("got unknown model prefix"),
                .peculiar("unknown|unsupported amazon bedrock model xmodel"),
                .peculiar(
                    "model xmodel does not support tools|images|vision|streaming",
                    none: ["this model", "streaming mode"]),
                .fitting(
                    "provider not|isnt found|registered|recognized|supported",
                    none: ["identity", "credential*", "oidc|openidconnect|saml", "endpoint not found"]),
            ]
        ) { call in
            call.refusedByClient
        }
    }
}

extension FailedCall {
    /// What to do about a library that did not ask AWS.
    fileprivate var refusedByClient: [Remedy] {
        // Whose list of providers lacks Bedrock has not looked at a model.
        let isOfProvider = words.has("provider not|isnt supported|found|registered|recognized")
        let known = isOfProvider ? nil : details.modelID.flatMap { catalog.entry(for: $0) }
        let isKnown = known.map { "\($0.id) is an id that Bedrock has; the library's own list does not. " } ?? ""
        return [
            Remedy(
                """
                \(isKnown)The library refused by itself and sent nothing: update it, name the provider and the model as this library calls \
                them, or use its class for Converse, which takes any model (LangChain: ChatBedrockConverse; LlamaIndex: BedrockConverse; \
                LiteLLM: bedrock/converse/ID).
                """)
        ]
    }
}
