import Codes
import Evidence
import JSONText
import Report
import WireText

/// What clients say of arguments, of chains of their own, and of connections that they lost.
///
/// Sources: <https://docs.pydantic.dev/latest/errors/validation_errors/>, <https://nodejs.org/api/http2.html>,
/// <https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/http-configuration-netty.html>.
extension Advice {
    static let clientOwn: [Advice] = [
        Advice(
            "aws region not set", "aws region name", for: .regionMissing,
            say: """
                LiteLLM took the model for one of Bedrock's, by a prefix or by its name alone, and has no region for it: set \
                aws_region_name in the call or in litellm_params, or AWS_REGION_NAME where this very process runs. If another provider was \
                meant, write it before the model's name (ollama/NAME) at the place that decides: a model that was chosen in the program's own \
                settings or page outweighs its configuration file.
                """),
        Advice("no module named", for: .clientRefused) { call in call.missingPackage },
        Advice("missing boto3|botocore call|use", for: .clientRefused) { call in call.missingPackage },
        Advice("unexpected keyword argument", for: .clientRefused) { call in call.wrongArguments },
        Advice("required positional|keyword argument|arguments", for: .clientRefused) { call in call.wrongArguments },
        Advice("takes positional argument|arguments given", for: .clientRefused) { call in call.wrongArguments },
        Advice("validation error|errors for", for: .clientRefused) { call in call.refusedArguments },
        Advice("credential|credentials provider|providers|process|service", for: .answerNotFromService) { call in
            call.markupForCredentials
        },
        Advice(
            "object has no attribute", for: .clientRefused,
            say: """
                The program stumbled in its own code, before anything was sent: it asks an object for a member that this version of its \
                class does not have. Update the program or plugin (the file that stands last in the traceback is its own), or install the \
                version of boto3 and botocore that it was written for. The credentials themselves were found.
                """),
        Advice("bedrockexception", for: .answerUnreadable) { call in call.keyOfItsOwn },
        Advice(
            "type validation failed|error", for: .answerUnreadable,
            say: """
                The client could not read what came, which is no answer in the form that it expects: what counts stands behind Value:, \
                such as a text under error, and is the gateway's or the model's own message. Explain that; and let the gateway's base URL \
                and the client's provider be of one API.
                """),
        Advice(
            "unrecoverable state max tokens", for: .answerUnreadable,
            say: """
                The model's answer ended at the limit that the request set (stopReason max_tokens), in the middle of a text or of a tool call: \
                raise maxTokens (max_tokens) up to what the model allows, or ask for less at once. Access and form are in order.
                """),
        Advice("unsupported content block type|types", for: .answerUnreadable) { call in call.unreadBlock },
        Advice("no object|output generated", for: .answerUnreadable, say: unusedAnswer),
        Advice("invalid response llm call", for: .answerUnreadable, say: unusedAnswer),
        Advice("returned empty response", for: .answerUnreadable, say: unusedAnswer),
        Advice("exceeded maximum retries", for: .answerUnreadable, say: unusedAnswer),
        Advice("expecting value line column", for: .answerUnreadable, say: noJSON),
        Advice("unexpected token is not valid json", for: .answerUnreadable, say: noJSON),
        Advice("unable get json response", for: .answerUnreadable, say: noJSON),
        Advice("formatexception extension|continuation byte", for: .answerUnreadable, say: binaryStream),
        Advice("codec decode byte", for: .answerUnreadable, say: binaryStream),
        Advice("invalid utf 8 sequence", for: .answerUnreadable, say: binaryStream),
        Advice("formatexception unexpected character", for: .answerUnreadable, say: noJSON),
        Advice("stop sequence key name", for: .clientRefused, say: oldClass),
        Advice("functionality not supported", for: .clientRefused) { _ in
            Remedy(
                """
                The AI SDK's provider for Bedrock does not have that setting or part, and sent nothing: leave it out of the call, or use a version \
                (or another model) that has it; members of the model's own go into providerOptions.bedrock (additionalModelRequestFields).
                """)
        },
        Advice("module boto3 has no attribute", for: .clientRefused) { _ in
            Remedy(
                """
                boto3 has no such member: make a client, boto3.client("bedrock-runtime", region_name=...), and call its converse; and see that no file of \
                your own is called boto3.py.
                """)
        },
        Advice("cannot find module|package", for: .clientRefused, say: lackingPackage),
        Advice("cannot import name", for: .clientRefused, say: lackingPackage),
        Advice("connection pool shut down", for: .clientRefused, say: closedClient),
        Advice("client has been closed", for: .clientRefused, say: closedClient),
        Advice("client|session|loop is closed|shutdown", for: .clientRefused, say: closedClient),
        Advice("executor rejected|terminated", for: .clientRefused, say: closedClient),
        Advice("unrecognized keys|key", for: .clientRefused) { call in call.unknownSetting },
        Advice(
            "invalid base64", for: .clientRefused,
            say: """
                The AWS CLI 2 takes the value of --body (and of every blob) for base64 unless it is told otherwise: add \
                --cli-binary-format raw-in-base64-out, or set cli_binary_format = raw-in-base64-out in the profile, or give the body as \
                fileb://FILE. Nothing was sent.
                """),
        Advice(
            "no content assistant|user message before", for: .clientRefused,
            say: """
                The program looked at its own history and sent nothing: a turn in it is empty, as where an answer was broken off or held tool calls \
                only. Begin a new session, or take the empty turn out of the history, and update the program.
                """),
        Advice("failed provider unknown|unsupported", for: .clientRefused) { call in call.unknownProvider },
        Advice(
            "failed send complete response", for: .networkConnectionClosed,
            say: """
                The connection ended in the middle of the answer: most often an idle one that a proxy, a load balancer or a NAT gateway had \
                closed, or an answer that took longer than one of them waits. Set connectionMaxIdleTime of NettyNioAsyncHttpClient below \
                their limit, use tcpKeepAlive, stream long answers, and retry.
                """),
        Advice("truncated event message", for: .streamEndedEarly) { call in call.cutEvent },
        Advice(
            "truncated event message", for: .arnPathEncoding,
            say: """
                Update the client (Claude Code): an ARN is the name of the model here, and versions that send its slash as it is call another path, whose answer is no stream of events. Until then write the \
                slash as %2F in the setting (...:application-inference-profile%2FID), or name the model by its id; newer versions encode it themselves.
                """),
        Advice("err http2", for: .networkConnectionClosed) { call in call.secondProtocol },
        Advice("nghttp2*", for: .networkConnectionClosed) { call in call.secondProtocol },
        Advice("pending stream canceled|cancelled", for: .networkConnectionClosed) { call in call.secondProtocol },
        Advice("node internal http2", for: .networkConnectionClosed) { call in call.secondProtocol },
    ]
}

extension Advice {
    private static let unusedAnswer = """
        A model answered, and the program found in the answer not what it wanted: no text, no call of the tool, or no JSON of the form it asked \
        for. See the answer itself (stopReason max_tokens: raise maxTokens; content_filtered or guardrail_intervened: the guardrail; empty text after \
        thinking or tool calls: the history), make the form simpler, ask by a forced tool where the model takes one, or take a model that keeps to \
        forms. Keys and access are in order.
        """

    private static let noJSON = """
        The program read JSON, and what came was empty, cut, or a plain text or page (its first characters stand in the message): print status, \
        headers and body of the answer before they are parsed. An empty or plain one is a proxy's, a gateway's or a server's that failed; see the base \
        URL, and whether the same call by the AWS CLI is answered.
        """

    private static let binaryStream = """
        The program read bytes as text that are none. ConverseStream and InvokeModelWithResponseStream answer in binary frames \
        (application/vnd.amazon.eventstream), no server-sent events and no JSON: a client that does not know them must call Converse or InvokeModel, or be \
        brought to a version (or an SDK of AWS's) that decodes them. Else the body is compressed, and the client did not say that it takes that. Keys and \
        access are in order.
        """

    private static let oldClass = """
        The library took what stands before the first dot (us, eu, apac, an ARN) for the provider, and refused by itself: use its class for Converse \
        (ChatBedrockConverse), which takes any model, or name the provider (provider="anthropic"), or update it.
        """

    private static let lackingPackage = """
        The program's own environment lacks a package, or has a version without that name: install or update it where the program runs (the same \
        virtual environment, image, layer or node_modules), and see which version is loaded. AWS was not asked.
        """

    private static let closedClient = """
        The program closed its client (or its HTTP client, pool or event loop), and then used it again: nothing was sent, and neither keys nor \
        network are the matter. Keep one client for the whole life of the program, close it at its end only (no try-with-resources, with or \
        using around a client that others share, no close() behind each call; in AWS Lambda make it outside of the handler), and make a new \
        one where a fork, a reload or a new event loop needs its own.
        """
}

extension FailedCall {
    /// A function that was called with arguments of another version of it.
    fileprivate var wrongArguments: [Remedy] {
        let proxies =
            text.contains("unexpected keyword argument 'proxies'")
            ? " httpx 0.28 took the argument proxies away: update the openai, anthropic or groq package that passes it, or pin httpx below 0.28."
            : ""
        return [
            Remedy(
                """
                A function of the program was called with other arguments than it takes (Python's TypeError): parts of it are of versions \
                that do not fit, or this version has the fault.\(proxies) Update the program or plugin, or go back to the version that \
                worked, and see that its libraries are those that it was written for; the last file of the traceback says whose code it is. \
                Keys, role and region were not looked at.
                """)
        ]
    }

    /// Keys that a program's own configuration may not have.
    fileprivate var unknownSetting: [Remedy] {
        var names: [Substring] = []
        for mark in [
            "\"keys\":", "\"keys\" :", "nrecognized key(s) in object:", "nrecognized key:", "nrecognized keys:",
        ] {
            guard let found = text.replacing("\\\"", with: "\"").firstRange(of: mark) else { continue }
            let rest = text.replacing("\\\"", with: "\"")[found.upperBound...].prefix(300).prefix {
                !"]\n".contains($0)
            }
            names = rest.split { !($0.isLetter || $0.isNumber || "_-.$".contains($0)) }.prefix(6).map {
                Substring(String($0))
            }
            if !names.isEmpty { break }
        }
        let named = names.isEmpty ? "a key" : names.joined(separator: ", ")
        return [
            Remedy(
                """
                The program checks its own configuration or arguments and does not know \(named): correct the spelling and the place (path in the \
                message), leave it out, or use the version of the program that has it. AWS was not asked.
                """)
        ]
    }

    /// HTTP/2 that something on the way does not pass on.
    fileprivate var secondProtocol: [Remedy] {
        // A stream that the server did not begin is another matter.
        if words.has("refused stream") || words.has("goaway") { return [] }
        return [
            Remedy(
                """
                The HTTP/2 connection ended before an answer came, as where a proxy or a firewall does not pass HTTP/2 on, or where the \
                client looks names up itself past a proxy. Let the client speak HTTP/1.1 by the proxy (AWS SDK for JavaScript: \
                requestHandler: new NodeHttpHandler({ httpsAgent: a proxy agent })), or update the tool that builds it.
                """),
            direct,
        ]
    }

    /// A gateway that did not find in an answer what it looked for.
    fileprivate var keyOfItsOwn: [Remedy] {
        guard exception.isKeyAlone else { return [] }
        return [
            Remedy(
                """
                The quoted name is a key that the gateway's own code did not find in what it read (a KeyError of Python): the class of the \
                error around it says nothing. Update LiteLLM, print the error with its traceback (litellm: --detailed_debug) to see what \
                came, and leave out a client of your own (aws_bedrock_client) for a try.
                """)
        ]
    }

    /// A page in the place of credentials.
    fileprivate var markupForCredentials: [Remedy] {
        guard MarkupForJSON.stands(in: text) else { return [] }
        return [
            Remedy(
                """
                The service that was asked for credentials (AWS STS, the portal of IAM Identity Center, metadata) answered with a page and \
                not with JSON: a proxy, a sign-in page of the network, or a wrong endpoint or region stands in its place. Log the raw \
                answer (JavaScript: error.$response), let the hosts of sts, portal.sso and oidc through, and see AWS_ENDPOINT_URL and \
                sso_region. Signing in again does not help.
                """,
                env),
            Remedy("See whether the AWS CLI gets them.", command: "aws sts get-caller-identity"),
        ]
    }

    /// The arguments that a class of the library refused.
    fileprivate var refusedArguments: [Remedy] {
        guard let mark = text.firstRange(of: "validation errors for ") ?? text.firstRange(of: "validation error for ")
        else {
            return []
        }
        let rest = text[mark.upperBound...].prefix(2_000)
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        let lines = rest.split(whereSeparator: \.isNewline).map { String($0) }
        var said: [String] = []
        for (place, line) in lines.enumerated() where place > 0 {
            let field = lines[place - 1].trimmedWhitespace()
            guard line.first?.isWhitespace ?? false, place > 1, lines[place - 1].first?.isWhitespace == false,
                field.allSatisfy({ $0.isLetter || $0.isNumber || "_.->[] ".contains($0) }), field.utf8.count < 60
            else { continue }
            let reason = line.prefix { $0 != "(" && $0 != "[" }.trimmedWhitespace()
            said.append("\(field) (\(reason))")
        }
        let fields = said.isEmpty ? "" : ": " + said.prefix(6).joined(separator: ", ")
        return [
            Remedy(
                """
                \(name.isEmpty ? "The class" : String(name)) of the library refused its arguments, and nothing was sent\(fields). Give the arguments that this version takes (LangChain's BedrockChat: model_id, and the model's own settings in model_kwargs; \
                ChatBedrockConverse: model, temperature, max_tokens), or update the library.
                """)
        ]
    }

    /// A program that calls Bedrock by a name of its own.
    fileprivate var unknownProvider: [Remedy] {
        [
            Remedy(
                """
                The program knows its providers by names of its own, and this is none of them: see its list (goose: aws_bedrock; LiteLLM: \
                bedrock; Cline and its kin: bedrock; opencode: amazon-bedrock; aider: bedrock/ID), or update it. Nothing was sent.
                """)
        ]
    }
}

extension FailedCall {
    /// A block of the answer that the client's library has no class for.
    fileprivate var unreadBlock: Remedy {
        let name =
            (scene.client?.value).map { PrintableText.escaped($0, limit: 60) }
            ?? "the client and its library for Bedrock"
        let isReasoning = text.contains("reasoning")
        let block =
            isReasoning
            ? "The model answered with its reasoning (reasoningContent), as DeepSeek-R1 always does and others with thinking on"
            : "The model answered with a block of a newer kind"
        let meanwhile =
            isReasoning ? "take a model without it, or switch thinking off" : "take a model that answers without it"
        return Remedy(
            """
            Update \(name): \(block), and this version of the library does not know that block. Until then \(meanwhile). The call itself was answered: access, region and tools are in order.
            """
        ).about(.instruction)
    }
}
