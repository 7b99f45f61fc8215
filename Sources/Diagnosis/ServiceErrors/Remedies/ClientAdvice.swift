import Catalog
import Codes
import Evidence
import Report

/// Clients that stopped by themselves, in words of their own.
extension Advice {
    private static let ownList = """
        The client refused before it called anybody: its own list does not know this model, its prefix, or what it can do. Bedrock said \
        nothing about the id. Update the client or plugin, give the model its capabilities in the client's own settings, or name a model that \
        its list has.
        """

    static let client: [Advice] = [
        Advice(for: .answerNotShown) { call in call.unreadObject.map { [$0] } ?? call.unshownMessage },
        Advice(
            "could not resolve authentication method", for: .credentialsMissing,
            say: """
                This is Anthropic's own client, which asks for a key of Anthropic's API: it does not know that it is to use Bedrock. Set \
                CLAUDE_CODE_USE_BEDROCK=1 with AWS_REGION and the credentials where this very process reads them (the extension's or \
                service's settings, "env" in ~/.claude/settings.json: a shell's variables do not get there), or build the client for \
                Bedrock (AnthropicBedrock).
                """),
        Advice(
            "no api key found|configured|set|available|provided", for: .credentialsMissing,
            say: """
                The program looked for credentials of its provider for Bedrock by its own list, and found none; AWS was not asked. Set \
                AWS_BEARER_TOKEN_BEDROCK, AWS_PROFILE (a profile that exists; AWS_PROFILE=default will do) or access keys, with AWS_REGION, in \
                the environment of the very process (a service or gateway does not have your shell's), and start it anew. The role of an \
                instance or task alone is not seen by every such program.
                """),
        Advice(
            "unable resolve|determine aws account use|default", for: .credentialsMissing
        ) { call in
            call.accountLookup
            Remedy(
                """
                The CDK found no credentials to ask for the account: name the profile (cdk deploy --profile NAME, AWS_PROFILE) or export \
                credentials, and see that the key still exists and is valid; env.account in the stack alone does not deploy.
                """,
                command: "aws sts get-caller-identity")
        },
        Advice(
            "need perform aws calls account credentials configured", for: .credentialsMissing
        ) { call in
            call.accountLookup
        },
        Advice("provider only supports models", for: .clientTooOld) { call in call.lackedByOwnList },
        Advice(
            "model|models|xmodel", "unknown|unsupported|unrecognized|not|no|invalid|doesnt|isnt|cannot|cant",
            for: .clientRefused
        ) { call in call.lackedByOwnList },
        Advice("provider only supports models", for: .clientRefused, .clientTooOld, say: ownList),
        Advice("got unknown model prefix", for: .clientRefused, .clientTooOld, say: ownList),
        Advice("unknown|unsupported amazon bedrock model", for: .clientRefused, .clientTooOld, say: ownList),
        Advice("model xmodel does not support", for: .clientRefused, .clientTooOld, say: ownList),
    ]
}

extension FailedCall {
    /// What to do where a program printed the object in the place of the answer that it holds.
    fileprivate var unreadObject: Remedy? {
        guard PrintedObject.mark(in: text) != nil else { return nil }
        return Remedy(
            """
            The client printed the object that holds the answer (a stream or a response that it did not read) in the answer's place, so what \
            was refused is not in this text. Read the body first (Node: await response.text() or the SDK's err.message and err.$response; \
            Python: response.text, e.response["Error"]), switch the SDK's debug log on, or let the client call doctor serve, which shows both \
            sides; update the client, which loses every error so.
            """)
    }

    /// A report that tells of a failure without its message.
    fileprivate var unshownMessage: [Remedy] {
        let how =
            switch language {
            case .python: "boto3: boto3.set_stream_logger(\"\") before the client is made, or print the exception whole"
            case .node: "JavaScript: print the error itself (console.error(error)), not its message alone"
            default: "the client's debug log; the AWS CLI has --debug"
            }
        return [
            Remedy(
                """
                The text does not show what was said of the failure, and that decides: its type (AccessDeniedException and the like), its sentence, and the ARNs in it, of which the \
                first names who called and so which credentials were taken. Make the call fail again and take these lines whole (\(how)); account numbers may be replaced.
                """),
            Remedy(
                "If access was refused, compare that ARN with the identity that was meant to call.",
                .aws("sts get-caller-identity")),
        ]
    }

    /// A client's own list of models that lacks one which exists.
    fileprivate var lackedByOwnList: Remedy? {
        guard let id = details.modelID, let entry = catalog.entry(for: id), answer.operation == nil,
            read.operation == nil, !exception.stands
        else { return nil }
        let isRetired = today.map { entry.lifecycle(on: $0) == .retired } ?? false
        let program = scene.program?.name ?? "the client"
        return Remedy(
            """
            \(id) is an id that Bedrock has\(isRetired ? " had (it has reached the end of its life since)" : ""); \(program) refused it by its \
            own list or table, and called nobody. Update \(program), name a model that its list has, or use its setting for \
            models that it does not know (a custom model, an ARN). Nothing follows about access.
            """)
    }

    /// A lookup of the account at AWS STS that got no answer.
    fileprivate var accountLookup: Remedy? {
        guard isTimedOut else { return nil }
        return Remedy(
            """
            The CDK asked AWS STS for the account and got no answer in time: the network is the cause, not the keys. Let it reach \
            sts.REGION.amazonaws.com (cdk --proxy URL or HTTPS_PROXY, the VPN), and run it again.
            """)
    }

    /// Whether something around the failure ended for want of an answer.
    private var isTimedOut: Bool {
        let around = answer.surroundings + message
        return around.contains("TimeoutError") || around.contains("timed out after") || around.contains("ETIMEDOUT")
    }
}
