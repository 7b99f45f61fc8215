import Codes
import Evidence
import Report
import WireText

/// A title or a meaning that says more of this very failure than those of its code do.
struct FindingWords: Sendable, Hashable {
    var title: String?
    var meaning: String?

    private static let signOnExpired = "The session of single sign-on has expired"

    /// - Parameter call: The failed call, with the code that was found for it.
    init(_ code: FindingCode, _ call: FailedCall) {
        if let fetch = call.packageFetch, code == .programFailed || ErrorCauseGroup(code) == .network {
            title = fetch.title
            meaning = "What failed is the download of a package, and no call of AWS."
            return
        }
        if let check = call.localCheckWords(code) {
            (title, meaning) = (check.title, check.meaning)
            return
        }
        if code == .networkUnreachable, call.telemetryExport != nil {
            (title, meaning) = (TelemetryExport.title, TelemetryExport.meaning)
            return
        }
        if [.validationContextLength, .validationRequest].contains(code), let long = call.tooLong {
            (title, meaning) = (long.title, long.meaning)
            return
        }
        switch code {
        case .answerNotFromService where call.isOfTarget:
            title = "What is behind the load balancer did not answer"
            meaning =
                "An AWS load balancer passed the call on to its target, which failed or is not there; Bedrock was not asked by it."
        case .answerNotFromService, .networkUnreachable, .networkNameUnresolved, .networkCertificateUntrusted:
            if let neighbour = call.neighbour {
                title = "\(neighbour.beginningSentence) failed, and not Bedrock"
                meaning = "It is another step of the same work, in which no model is called."
            } else if call.isOfProtocolVersion {
                title = "The load balancer takes another version of HTTP (464)"
                meaning = "The request did not get to what is behind it, so nothing is said of keys, access or model."
            } else if code == .networkUnreachable, let address = call.refusedAddress, address.isLocal {
                title = "Nobody listens at \(PrintableText.escaped(address.text, limit: 80))"
                meaning = "The connection was refused on the machine itself, so nothing was sent to AWS."
            }
        case .answerNotShown where PrintedObject.mark(in: call.message) == nil:
            title = "What was answered is not in the text"
            meaning = "The text tells of a failure in a person's words, and the message itself is not in it."
        case .networkProxyFailed:
            guard let address = call.refusedAddress else { return }
            title = "The proxy at \(PrintableText.escaped(address.text, limit: 80)) does not answer"
        case .tokenExpired:
            if SignOnStep(call) == .unreadable {
                title = "The cached session of single sign-on cannot be read"
                meaning = "Its time is written in a form that the program does not know."
            } else if CredentialLink(call.message) == .singleSignOn {
                title = Self.signOnExpired
                meaning =
                    "IAM Identity Center was asked for credentials, and the session that was made by signing in is over."
            }
        case .credentialsMissing where BrowserBuild(call) != nil:
            title = BrowserBuild.title
            meaning = BrowserBuild.meaning
        case .credentialsMissing where CredentialLink(call.message) == .tokenAudience:
            title = "AWS STS refused the token's audience"
        case .credentialsMissing where EmptyMember(call) != nil:
            title = EmptyMember(call)?.title
            meaning = EmptyMember(call)?.meaning
        case .credentialsMissing:
            guard CredentialLink(call.message) == .singleSignOn, SignOnStep(call) == nil else { return }
            title =
                call.words.has("expired|invalidgrantexception|invalidgrant") || call.words.has("invalid refresh token")
                ? Self.signOnExpired : "Single sign-on gave no credentials"
        case .modelIDInvalid where call.own?.answerer == .bedrockAccessGateway:
            title = "The gateway's own list has no such model"
            meaning =
                "The gateway refused from the list that it made when it started; Bedrock was not asked for this call."
        case .modelNotInRegion where call.goneModel != nil:
            title = FindingCode.modelEndOfLife.title
            meaning = "It is known, and no region serves it any more."
        case .wrongScopeRegion where call.isOfVersion4A:
            title = "The service takes Signature Version 4A only"
            meaning = "It is global, and a signature for one region is not what it reads."
        case .clockSkewExpired where call.details.times?.windowMinutes != nil:
            meaning = "The time in the signature lies further behind the server's clock than is allowed."
        case .clockSkewExpired where call.read.errorType == "RequestTimeTooSkewed":
            meaning =
                "The time in the signature lies more than the allowed window before the server's clock: 15 minutes at S3."
        case .clockSkewFuture where call.details.times?.windowMinutes != nil:
            meaning = "The time in the signature lies further ahead of the server's clock than is allowed."
        case .signatureMismatch where !call.words.has("signature calculated|we not|doesnt match"):
            guard call.isOfDeviceGateway else { return }
            title = "AWS IoT's gateway refused the connection"
            meaning = "It says no more than a status, whatever it refuses for: most often the signature of the URL."
        case .wrongScopeService:
            guard let name = call.wantedService, name != "bedrock" else { return }
            meaning =
                "The service in the credential scope is not \(PrintableText.escaped(name, limit: 40)), which the called host wants."
        case .accountNotAllowed:
            if let name = call.refusedOperation {
                title = "\(name) is not open to this call"
                meaning =
                    "The region does not offer operation and model, or a permission is missing; the sentence leaves it open."
            }
            if call.words.has("prompt resource") {
                title = "This account may not invoke a prompt resource"
                meaning =
                    "What was sent as the model is taken for a prompt of Prompt management; IAM is not what refuses."
            }
            guard let thing = call.unauthorizedThing else { return }
            title = "AWS does not let this account use \(thing)"
        case .iamDenied:
            if let policy = ResourcePolicy(call) {
                title = policy.title
                meaning = policy.meaning
                return
            }
            if call.isOfToldPolicy, call.gatewaySession != nil {
                title = "The session policy that LiteLLM makes lacks the action"
                meaning = "LiteLLM puts it on the session; the role's own policies may allow the call."
                return
            }
            if call.isOfDeviceGateway {
                title = "AWS IoT's gateway refused the connection"
                meaning = "It says no more than 403, whatever it refuses for: clock, signature or policy."
            }
            if call.isOfServerless {
                title = "OpenSearch Serverless refused the call"
                meaning =
                    "It says no more than 403, whatever it refuses for: an access policy, the network or the signature."
            }
            if call.words.has("access denied for operation"), let refused = RefusedResource(call) {
                title = refused.title
                meaning = refused.meaning
            }
            if !call.isOfAgentRole, call.isAdvisedOfAgentRole {
                title = "A role that Bedrock uses may not do what the \(AgentRole(call).owner) needs"
                meaning =
                    "It is refused to the service role of the \(AgentRole(call).owner), as far as the sentence tells."
            }
            guard call.isOfAgentRole else { return }
            title =
                "The \(AgentRole(call).owner)'s service role may not call the model\(call.isOfSecondRun ? " yet" : "")"
            meaning = "Bedrock calls the model with that role; the caller's own policies are not what refuses."
        case .validationCacheUnsupported where call.words.has("cachepoint|cache insert*|place*|after|before|behind"):
            title = "A cache point stands where none may stand"
            meaning = "The model caches prompts; it is the place of this one that is refused."
        case .validationConverseUnsupported where call.isUnstreamed:
            title = "The model does not stream its answers"
            meaning = "It gives the whole answer at once."
        case .validationRequest where StorePolicy(call) != nil:
            title = StorePolicy(call)?.title
            meaning = StorePolicy(call)?.meaning
        case .clientTooOld where UnevenPackages(in: call.shown) != nil:
            title = UnevenPackages.title
            meaning = UnevenPackages.meaning
        case .programFailed where call.image != nil:
            title = call.image?.title
            meaning = call.image?.meaning
        case .validationRequest where call.builtThing != nil:
            title = call.builtThing?.title
            meaning = call.builtThing?.meaning
        case .validationRequest where call.isOfUnnamedStore:
            title = "Bedrock could not use the knowledge base's vector store"
            meaning = "The sentence says no more: its role may not get in, or the index is not as it is described."
        case .validationRequest where call.words.has("knowledge base storage"):
            let isOfRole = call.words.has("security|authorization|forbidden|denied|unauthorized|403")
            title =
                isOfRole
                ? "The vector store refused the knowledge base's role"
                : "The vector index does not fit the knowledge base"
            meaning =
                isOfRole
                ? "Bedrock reached the store with that role, and was not let in; the request itself is in order."
                : "Bedrock looked at the index in the storage configuration before it made the knowledge base."
        case .throttled where call.isOfLinkedRole, .quotaExceeded where call.isOfLinkedRole:
            title = "IAM limited the making of a service-linked role"
            meaning = "The service makes it once in an account; models and their quotas are not in question."
        case .validationRequest where call.words.has("partition not valid resource"):
            title = "The ARN names another partition of AWS"
            meaning =
                "GovCloud (US) and China have partitions of their own; the policy was refused before any call of a model."
        case .validationToolUnsupported where call.words.has("tool|tools streaming|stream"):
            title = call.takesNoTools ? "The model takes no tools" : "The model takes no tools while it streams"
            meaning =
                call.takesNoTools
                ? "By the catalog it takes none in any answer, though the sentence speaks of streaming."
                : "Some models take them in an answer that comes as a whole, and of those that take none the same is said."
        case .validationRequest where call.words.has("model arn|identifier|id provided not|isnt supported"):
            title = "This operation does not take that model"
            meaning = "Account and policies are not in question."
        case .validationRequest, .validationMessages:
            if call.lacksModel, !call.read.showsAnswer {
                title = "The client had no model id to send"
                meaning = "The SDK's own check found none, and nothing was sent."
            } else if call.unbuilt(code) != nil {
                title = "The client could not build its request"
                meaning = "The SDK's own check refused a block without content, and nothing was sent."
            } else if call.isOfDocumentType {
                title = "A value in the request is no JSON document"
                meaning = "The SDK's own check refused it, and nothing was sent."
            } else if call.details.refusals.first?.isMeasured ?? false {
                meaning = "It is refused before the model is asked; keys and access are not in question."
            }
        case .arnPathEncoding where call.malformedARN != nil:
            title = "The name of the model is no ARN"
            meaning = "Its parts stand in the wrong places, so that it names nothing."
        case .headerMissing:
            title = AbsentHeader(call).title
        case .headerUnsigned:
            let header = UnsignedHeader(call)
            guard let name = header.shown else { return }
            title = "The header \(name) was sent and not signed"
            meaning = "It must be among the signed headers, or not be sent."
        default: break
        }
    }
}
