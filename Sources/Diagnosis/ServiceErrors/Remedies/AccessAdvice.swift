import Codes
import Evidence
import Report
import WireText

/// Refusals of account, route and model that say which of their readings to look at first.
///
/// Sources: <https://docs.aws.amazon.com/bedrock/latest/userguide/endpoints.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/models-api-compatibility.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_PutTrustedAccessProgramAccountEnrollment.html>.
extension Advice {
    static let access: [Advice] = [
        Advice(
            "user anonymous", for: .missingAuthToken,
            say: """
                User: anonymous is a caller without a signature, and the policy of the resource itself (the bucket's, the domain's or the \
                collection's) does not let everybody in. Sign the request for that service (es, aoss, s3); a policy of a role or user does \
                nothing for a request that names none. If everybody is to be let in, the resource's policy has to say so.
                """),
        Advice(for: .accountNotAllowed) { call in call.openGates },
        Advice("prompt resource", for: .accountNotAllowed, .iamDenied) { call in
            call.promptOnPurpose
            Remedy(
                """
                What was sent as the model was taken for a prompt of Prompt management: see that the model is an id or a \
                profile, and no ARN of a prompt and no empty or cut ARN. For a prompt, the caller needs \
                bedrock:RenderPrompt on it, and the prompt must lie in the region that is called.
                """)
            call.availability("See whether AWS reports the account as authorized for the model.")
        },
        Advice(for: .accountNotAllowed) { call in call.trustedAccess },
        Advice("account unauthorized|unauthorised use", for: .accountNotAllowed) { call in call.unauthorizedUse },
        Advice("available this|your account", for: .accountNotAllowed) { call in
            Remedy(
                """
                Check id and path first: the same sentence comes where an id lacks its profile's prefix, or the base URL \
                its path (/openai/v1 for OpenAI's newer models at bedrock-mantle, /anthropic/v1 for Anthropic's). See \
                which models the endpoint lists for you (GET /v1/models), and in which region.
                """)
            call.availability("See whether AWS reports the account as authorized for the model.")
            Remedy(
                """
                If all that is right, AWS has not released the model to this account: no policy changes that. Ask AWS Sales \
                or AWS Support.
                """)
        },
        Advice("account not|isnt authorized invoke api operation", for: .accountNotAllowed) { call in
            call.embeddingOfStore
            Remedy.advice(
                """
                See first which region is called: the sentence does not say why, and often the client takes another region \
                than the one where the account uses the model.
                """,
                call.details.modelID.map { .doctor(.everywhere(model: $0)) })
            Remedy("If the region is right, ask AWS Support why the account is refused: IAM is not what refuses here.")
            call.availability("See whether AWS reports the account as authorized.")
        },
        Advice("doesnt|not|isnt support|supported", "responses", for: .wrongEndpoint, say: chat),
        Advice("doesnt|not|isnt support|supported", "completions", for: .wrongEndpoint, say: responses),
        Advice(
            "not|isnt supported route", for: .wrongEndpoint,
            say: """
                Send the model's calls to the path that its page names: /openai/v1/chat/completions or /openai/v1/responses, \
                /v1/..., or /anthropic/v1/messages. The prefix before /v1 differs from model to model.
                """),
        Advice("data retention mode", for: .dataRetentionRequired) { call in
            Remedy(
                """
                Decide whether prompts and answers may be kept as the model's page asks; where they may, set that mode for \
                the account (PutAccountDataRetention: aws_review, or provider_data_share where the page asks for that) or for a \
                project. No field of the request does it.
                """)
            Remedy(
                """
                Where a project has the mode already, the call must name it: projectIdentifier in Converse, the header \
                anthropic-workspace-id or OpenAI-Project at bedrock-mantle. A gateway may drop that header.
                """)
            Remedy("See the mode of the account.", .aws("bedrock get-account-data-retention\(call.regionOption)"))
        },
        // Programs print the members of S3's error as objects, each a message of its own.
        Advice("request has expired", for: .clockSkewExpired) { call in call.presignedExpiry },
        Advice("bearer token", for: .bearerTokenInvalid) { call in call.otherBearer },
    ]

    private static let responses = """
        Send it to the Responses API instead: POST /openai/v1/responses on the same host (base URL .../openai/v1, \
        api="responses" or an OpenAI client's responses.create). This model does not speak Chat Completions.
        """

    private static let chat = """
        Send it to Chat Completions instead: POST /v1/chat/completions on the same host. This model does not speak the \
        Responses API.
        """
}

extension FailedCall {
    /// The model that is refused while documents are read in is the one that makes vectors of them, whatever model answers later.
    ///
    /// Source: <https://docs.aws.amazon.com/bedrock/latest/userguide/knowledge-base-supported.html>.
    fileprivate var embeddingOfStore: Remedy? {
        let around = WordText(shown.prefix(16_384))
        guard around.has("knowledge|vector|document|documents|embedding|embeddings|file|files"),
            around.has(
                "sync|synchronizing|synchronising|synchronized|syncing|ingest|ingestion|ingesting|embed|embedding|embeddings|indexing|chunks"
            )
        else { return nil }
        return Remedy(
            """
            Enable the embedding model (Titan Embeddings or Cohere Embed, as the program or its knowledge base is configured) in the region that the program calls, on its page in the Bedrock console: while documents are read in, that is the \
            model which is called, and not the one that answers. Cohere's needs a subscription in AWS Marketplace besides.
            """)
    }

    /// What is left to do where AWS says that every gate of the account is open.
    fileprivate var openGates: [Remedy] {
        guard OpenGates.stand(read) else { return [] }
        return [
            Remedy(
                """
                Open a case with AWS Support (account and billing) or ask AWS's account team to release the model to this account, with the request id of a refused call, the model's id, the region and the answer of \
                get-foundation-model-availability. That answer says that agreement, authorization and entitlement are open, so the agreement, Anthropic's form and the policies are not what is missing.
                """),
            Remedy("Until then call a model that answers in this account."),
        ]
    }

    /// What to do where the reporter says that a prompt was to be called.
    fileprivate var promptOnPurpose: Remedy? {
        let told = WordText(shown)
        guard told.has("prompt|prompts arn|arns|management|resources") || told.has("managed|versioned|stored prompt")
        else {
            return nil
        }
        return Remedy(
            """
            Ask whoever runs the account (a lab, a course, an organization; else AWS Support) whether it may invoke prompts of Prompt management: the account is refused as such, and neither the client nor its settings change \
            that. Until then call Converse with the model's own id and the prompt's text, which bedrock-agent get-prompt shows.
            """)
    }

    /// What to do about a token that was not the Bedrock runtime's; nothing for one that was.
    fileprivate var otherBearer: [Remedy] {
        if scene.service?.value.hasPrefix("bedrock-agentcore") == true {
            return [
                Remedy(
                    """
                    The AgentCore gateway refused the caller's token, not the Bedrock runtime: check the token's issuer, \
                    audience and lifetime against the gateway's inbound authorizer. It is neither a Bedrock API key nor an \
                    AWS key.
                    """)
            ]
        }
        guard scene.service == nil, scene.client == nil || scene.program == .claudeCode,
            words.has("failed authenticate") || words.has("api error")
        else { return [] }
        return [
            Remedy(
                """
                See who answered: Anthropic's own API says this when CLAUDE_CODE_USE_BEDROCK is not set in the process that \
                runs (a child process, a service, an editor), or when a gateway's base URL is lost and its token goes there.
                """),
            Remedy(
                """
                If it was Bedrock, the API key is wrong, expired, or from another region: make a new one for the region that is \
                called.
                """),
        ]
    }

    /// A presigned URL that was used after its time; nothing where no clock beside an expiry shows one.
    fileprivate var presignedExpiry: [Remedy] {
        guard text.contains("X-Amz-Expires") || text.contains("ServerTime") else { return [] }
        let seconds =
            text.firstRange(of: "X-Amz-Expires").map { found in
                text[found.upperBound...].drop { "<>'\":=[ ".contains($0) }.prefix { $0.isNumber }
            } ?? ""
        return [
            Remedy(
                """
                The presigned URL was used after its time\(seconds.isEmpty ? "" : " of \(seconds) s"): make a new URL right before it is \
                used, or give it a longer expiry (X-Amz-Expires, 7 days at most; with temporary credentials it ends with them). \
                No permission and no clock is in question, unless the two times in the answer differ from yours.
                """)
        ]
    }

    /// What the account is not authorized to use, where the sentence names it.
    var unauthorizedThing: String? {
        guard
            let mark = message.firstRange(of: "unauthorized to use ")
                ?? message.firstRange(of: "not authorized to use ")
        else { return nil }
        let words = message[mark.upperBound...].prefix { !".,;:\"'\n<".contains($0) }.split(separator: " ")
        let end = words.firstIndex { ["in", "for", "on", "with", "because"].contains($0) } ?? words.endIndex
        let thing = words[..<end].prefix(5).joined(separator: " ")
        return thing.isEmpty ? nil : PrintableText.escaped(thing, limit: 80)
    }

    /// A part of the request that this account has not, in this region.
    fileprivate var unauthorizedUse: [Remedy] {
        guard let thing = unauthorizedThing else { return [] }
        let place = servedRegion.map { " (here \(PrintableText.escaped($0, limit: 40)))" } ?? ""
        return [
            Remedy(
                """
                Leave \(thing) out of the request, or call a region that offers it: this account has no \(thing) in the region of the call\(place), and no policy of IAM's changes that. Where AWS's page says that the region offers it, \
                ask AWS Support to have it enabled for the account.
                """)
        ]
    }

    /// What to do about an enrollment in a program of trusted access; nothing where none is spoken of, nor was called for.
    fileprivate var trustedAccess: [Remedy] {
        // What the reporter says in prose is no answer.
        let said = WordText(read.message)
        guard said.has("trusted access|program") || text.contains("TrustedAccessProgram") else { return [] }
        return [
            Remedy(
                """
                Apply to the trusted access program and wait until it approves the account; only then can the enrollment \
                be enabled, and not after it was revoked. See the program's state first.
                """,
                .aws("bedrock get-trusted-access-program\(programOption)\(regionOption)")),
            Remedy("Organizations and projects are enrolled apart from the account."),
        ]
    }

    /// The program that a command line named.
    fileprivate var programOption: String {
        guard let range = text.firstRange(of: "--program-identifier ") else { return "" }
        let name = text[range.upperBound...].prefix { $0.isLetter || $0.isNumber || "-_".contains($0) }
        return name.isEmpty ? "" : " --program-identifier \(name)"
    }
}
