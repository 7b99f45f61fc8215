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
        Advice("failed provider unknown|unsupported", for: .clientRefused) { call in call.unknownProvider },
        Advice(
            "failed send complete response", for: .networkConnectionClosed,
            say: """
                The connection ended in the middle of the answer: most often an idle one that a proxy, a load balancer or a NAT gateway had \
                closed, or an answer that took longer than one of them waits. Set connectionMaxIdleTime of NettyNioAsyncHttpClient below \
                their limit, use tcpKeepAlive, stream long answers, and retry.
                """),
        Advice("truncated event message", for: .streamEndedEarly) { call in call.cutEvent },
        Advice("err http2", for: .networkConnectionClosed) { call in call.secondProtocol },
        Advice("nghttp2*", for: .networkConnectionClosed) { call in call.secondProtocol },
        Advice("pending stream canceled|cancelled", for: .networkConnectionClosed) { call in call.secondProtocol },
        Advice("node internal http2", for: .networkConnectionClosed) { call in call.secondProtocol },
    ]
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
        guard OwnException.isKeyAlone(ReadAnswer(answer)) else { return [] }
        return [
            Remedy(
                """
                The quoted name is a key that the gateway's own code did not find in what it read (a KeyError of Python): the class of the                 error around it says nothing. Update LiteLLM, print the error with its traceback (litellm: --detailed_debug) to see what                 came, and leave out a client of your own (aws_bedrock_client) for a try.
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
                \(name.isEmpty ? "The class" : String(name)) of the library refused its arguments, and nothing was sent\(fields). Give those \
                that this version takes (LangChain's BedrockChat: model_id, and the model's own settings in model_kwargs; \
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
