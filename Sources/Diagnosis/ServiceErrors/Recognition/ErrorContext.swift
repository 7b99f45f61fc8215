import Catalog
import Codes
import Evidence
import Report
import WireText

/// What the caller knows besides the answer: it settles texts that fit several causes.
struct ErrorContext: Sendable {
    /// The region that was asked.
    var region: String?

    /// The model that was asked for.
    var model: String?

    /// The region in the first Bedrock host that the text names.
    var hostRegion: String?

    /// Whether that host, if there is one, belongs to Bedrock.
    var hostIsBedrock: Bool

    /// Whether the model that was asked for is known to have reached the end of its life.
    var modelIsRetired: Bool

    /// Whether the model in question is one that the catalog has; `nil` when none is named.
    var modelIsKnown: Bool?

    /// The region of the ARN that was called, where it is known.
    var arnRegion: String?

    /// Whose address the text names, if it is one that hands out credentials.
    var metadata: MetadataAddress?

    /// The service that was called, by its endpoint's name, where it is known.
    var service: String?

    /// Who hands out the credentials, where that is the service that was called.
    var source: CredentialSource?

    /// An operation that was asked of a service which has none of that name.
    var misplaced: MisplacedOperation?

    /// A call of one of the OpenAI- and Anthropic-compatible paths, where the text shows its URL.
    var compatible: CompatibleCall?

    /// Whether the text shows that keys are refused in regions alone that an account has to enable.
    var hasOptInRefusals = false

    /// Whether the same keys got through in another region.
    var areOptInRefusalsProved = false

    /// Whether a call before this one was refused since it brought neither a signature nor a key.
    var cameWithoutKey = false

    /// Whether the text is what a service answered: it has a request id, or botocore's frame around a service's error.
    private static func isOfService(_ read: ReadAnswer) -> Bool {
        let isFramed = read.whole.contains("An error occurred (") && read.whole.contains(" when calling the ")
        return (isFramed || read.requestID != nil)
            && !OwnSentence.causes(in: WordText(read.whole)).contains(.regionMissing)
    }

    /// Whether AWS STS was asked for a role.
    func isOfRole(_ read: ReadAnswer) -> Bool {
        source == .tokenService && read.operation?.hasPrefix("AssumeRole") ?? false
    }

    func adjusted(_ found: [CauseCandidate], _ read: ReadAnswer) -> [CauseCandidate] {
        // What a service answered was sent to a region: a region that it asks for is one of a resource.
        let found = Self.isOfService(read) ? found.filter { $0.cause != .regionMissing } : found
        let candidates =
            CredentialLink(read.whole).map {
                $0.causes(found, speaksOfCredentials: read.whole.lowercased().contains("credential"))
            } ?? found
        if let misplaced, candidates.allSatisfy({ [.clientTooOld, .wrongEndpoint].contains($0.cause) }) {
            return misplaced.causes
        }
        if let found = compatible?.causes(read, candidates, modelIsKnown: modelIsKnown) { return found }
        if let source, !source.explains(candidates) { return source.causes(read, candidates) }
        guard let first = candidates.first else {
            if !LackingSignOnLine.names(in: read.whole).isEmpty {
                return [CauseCandidate(.credentialsProfileIncomplete, .likely)]
            }
            // OpenSearch Serverless says no more, whatever it refuses for.
            let isBare = service == "aoss" && read.whole.contains(".aoss.") && read.whole.contains("403")
            return isBare ? [CauseCandidate(.iamDenied, .possible)] : SilentRefusal.causes(read)
        }
        if [.regionMissing, .credentialsMissing, .profileNotFound].contains(first.cause),
            !LackingSignOnLine.names(in: read.whole).isEmpty
        {
            return [CauseCandidate(.credentialsProfileIncomplete, .likely)]
        }
        if metadata != nil, ErrorCauseGroup(first.cause) == .network {
            // Where Bedrock's host stands in the text as well, either may be the one that failed.
            let surety = Certainty.ofMetadata(isAlone: hostRegion == nil, first.confidence)
            return [CauseCandidate(.credentialsServiceUnreachable, surety)]
        }
        if [.modelIDInvalid, .modelNotInRegion].contains(first.cause), modelIsKnown == true, isOwnList(read) {
            return [CauseCandidate(.clientRefused, .likely), CauseCandidate(.modelIDInvalid, .possible)]
        }
        switch first.cause {
        case .clientRefused where isOfAnswer(read.whole):
            return [CauseCandidate(.answerUnreadable, min(first.confidence, .likely))]
        case .modelIDInvalid, .arnPathEncoding: return identifier(candidates, read)
        case .modelAccessNotGranted where modelIsRetired:
            return [
                CauseCandidate(first.cause, min(first.confidence, .likely)), CauseCandidate(.modelEndOfLife, .possible),
            ]
        case .modelAccessNotGranted where modelIsKnown == false:
            // An id that is not in the catalog may be one that does not exist.
            return [
                CauseCandidate(first.cause, min(first.confidence, .likely)), CauseCandidate(.modelIDInvalid, .possible),
            ]
        case .modelNotInRegion: return place(candidates)
        case .regionHasNoEndpoint, .networkUnreachable:
            return withoutRegion(candidates, read) ?? proxy(candidates, read) ?? host(candidates)
        case .bearerTokenInvalid where cameWithoutKey || Self.saysThatNothingCame(read.whole):
            // A key that was made up after that is refused in turn.
            return [
                CauseCandidate(.missingAuthToken, min(first.confidence, .likely)),
                CauseCandidate(.bearerTokenInvalid, .possible),
            ]
        case .accountNotAllowed where WordText(read.whole).has("available this|your account"):
            // The sentence is said, too, of an id without its prefix and of a path without its own.
            return [CauseCandidate(first.cause, min(first.confidence, .likely))] + candidates.dropFirst()
        case .streamEndedEarly where read.whole.contains("Truncated event message"):
            // What came may never have been a stream of events.
            return [CauseCandidate(first.cause, min(first.confidence, .likely))] + candidates.dropFirst()
        case .networkCertificateUntrusted where isLocal(read.whole):
            return [CauseCandidate(first.cause, min(first.confidence, .likely))] + candidates.dropFirst()
        case .networkNameUnresolved: return lookup(candidates, read)
        case .tokenInvalid:
            return token(candidates)
        case .streamDamaged where TextInFrame(in: read.whole) != nil:
            // Nothing on the way makes letters of a checksum: what came was never a stream of events.
            return [
                CauseCandidate(.answerUnreadable, min(first.confidence, .likely)),
                CauseCandidate(first.cause, .possible),
            ]
        case .bodyHashHeader:
            // S3 tells both hashes: that of nothing was made without the body.
            let isEmpty = read.whole.contains("ClientComputedContentSHA256>e3b0c44298fc1c14")
            return isEmpty ? [CauseCandidate(.bodyUnhashed, first.confidence)] : candidates
        case .wrongScopeRegion:
            // One sentence for each part of the scope that is wrong.
            return read.whole.contains("correct service")
                ? [first, CauseCandidate(.wrongScopeService, first.confidence)] : candidates
        case .bearerTokenInvalid:
            // A key whose identity lacks bedrock:CallWithBearerToken is refused with the same words, and what was sent may be no
            // API key at all.
            let likely = CauseCandidate(first.cause, min(first.confidence, .likely))
            // Other services and gateways take bearer tokens, and say the same of them.
            if let service, !service.hasPrefix("bedrock") || service.hasPrefix("bedrock-agentcore") { return [likely] }
            return candidates.count > 1 ? candidates : [likely, CauseCandidate(.bearerIAMDenied, .possible)]
        default: return candidates
        }
    }

    /// Whether a class that refused its values is one of an answer and not of a call: `1 validation error for ChatCompletion`.
    private func isOfAnswer(_ text: String) -> Bool {
        guard let mark = text.firstRange(of: "validation errors for ") ?? text.firstRange(of: "validation error for ")
        else {
            return false
        }
        let name = text[mark.upperBound...].prefix { $0.isLetter || $0.isNumber }
        return ["Response", "Completion", "Chunk", "Usage", "Output", "Result", "AIMessage"].contains(
            where: name.hasSuffix)
    }

    /// Whether a program speaks of its own list of models: nothing shows that a service answered, and no sentence of one stands there.
    private func isOwnList(_ read: ReadAnswer) -> Bool {
        guard read.status == nil, read.operation == nil, read.requestID == nil, read.messageKey == nil, service == nil,
            read.errorType.map({ !ErrorTypeName.isFromAWS($0) }) ?? true
        else { return false }
        let words = WordText(read.whole)
        return !words.has("model identifier|arn|version") && !words.has("foundation model")
            && !words.has("region|regions")
            // Claude Code's sentence, which follows an answer of the service's.
            && !words.has("issue selected model")
            && !words.has("profile|profiles") && !words.has("model|xmodel id|identifier invalid")
    }

    /// Whether the first URL of a text leads to this machine.
    private func isLocal(_ text: String) -> Bool {
        CalledOrigin.first(in: text).map { origin in
            ["//localhost", "//127.", "//[::1]"].contains(where: origin.contains)
        } ?? false
    }

    /// A region that the account has not enabled calls good keys invalid.
    private func token(_ candidates: [CauseCandidate]) -> [CauseCandidate] {
        guard candidates.count == 1, let first = candidates.first else { return candidates }
        if hasOptInRefusals {
            let confidence: Confidence = areOptInRefusalsProved ? .likely : .possible
            return [CauseCandidate(.regionNotOptedIn, confidence), CauseCandidate(first.cause, .possible)]
        }
        guard let name = region ?? hostRegion else {
            return [CauseCandidate(first.cause, .likely), CauseCandidate(.regionNotOptedIn, .possible)]
        }
        // One sentence for a key that does not exist and for a token that belongs to another.
        guard RegionCatalog.region(named: name)?.optIn == .needed else {
            return [CauseCandidate(first.cause, min(first.confidence, .likely))]
        }
        return [CauseCandidate(first.cause, .possible), CauseCandidate(.regionNotOptedIn, .possible)]
    }

    /// "The provided model identifier is invalid" is said of a wrong id, of an ARN cut at its slash, and of a dead model.
    private func identifier(_ candidates: [CauseCandidate], _ read: ReadAnswer) -> [CauseCandidate] {
        if let arnRegion, let asked = region ?? hostRegion, arnRegion != asked {
            return [CauseCandidate(.arnRegionMismatch, .likely), CauseCandidate(.modelIDInvalid, .possible)]
        }
        // A dead model has a sentence of its own, which is not always said.
        if modelIsRetired {
            let both = [CauseCandidate(.modelEndOfLife, .possible), CauseCandidate(.modelIDInvalid, .possible)]
            // A profile's name is refused so wherever the profile is not offered, as long as its model lives.
            let isProfile = model.flatMap { ModelPrefix.split($0).prefix } != nil
            return isProfile ? both.reversed() : both
        }
        if let model, model.hasPrefix("arn:") {
            return [CauseCandidate(.arnPathEncoding, .possible), CauseCandidate(.modelIDInvalid, .possible)]
        }
        // Of a model that the catalog has, and has no end of, nothing says that it came to one.
        let isAlive = modelIsKnown == true
        let candidates = isAlive ? candidates.filter { $0.cause != .modelEndOfLife } : candidates
        // The sentence is said of a wrong id, of a right one in another region, and of a retired one.
        guard let first = candidates.first, WordText(read.whole).has("provided model identifier invalid") else {
            return candidates
        }
        return [CauseCandidate(first.cause, min(first.confidence, .likely))] + candidates.dropFirst()
    }

    /// A name without an address: in a region without Bedrock there is none to find, elsewhere the lookup itself failed.
    private func lookup(_ candidates: [CauseCandidate], _ read: ReadAnswer) -> [CauseCandidate] {
        guard let first = candidates.first else { return candidates }
        if let found = withoutRegion(candidates, read) { return found }
        guard hostRegion != nil || !Self.namesHost(read.whole) else { return candidates }
        if let name = hostRegion ?? region {
            // What a program writes into a name in place of a region that it does not have.
            if ["undefined", "null", "none", "nil"].contains(name.lowercased()) {
                return [CauseCandidate(.regionMissing, first.confidence)]
            }
            // Where another service has endpoints is not known here.
            if hostRegion != nil, !hostIsBedrock { return candidates }
            if hostIsBedrock, RegionCatalog.region(named: name)?.bedrock == .listed { return candidates }
            // The catalog may be behind.
            return host([CauseCandidate(.regionHasNoEndpoint, min(first.confidence, .likely))])
        }
        // No region is shown: the lookup failed, whatever the name was.
        return [CauseCandidate(first.cause, min(first.confidence, .likely))]
    }

    /// A host that has nothing where its region belongs: the client was given none.
    private func withoutRegion(_ candidates: [CauseCandidate], _ read: ReadAnswer) -> [CauseCandidate]? {
        guard let first = candidates.first else { return nil }
        if read.whole.contains("..amazonaws.com") || read.whole.contains("..api.aws") {
            return [CauseCandidate(.regionMissing, first.confidence)]
        }
        guard NamelessHost.first(in: read.whole) != nil else { return nil }
        // The rest of the name may have been lost on the way here.
        return [CauseCandidate(.regionMissing, min(first.confidence, .likely)), CauseCandidate(first.cause, .possible)]
    }

    /// A web proxy that nobody answers for: the endpoint itself was not called.
    private func proxy(_ candidates: [CauseCandidate], _ read: ReadAnswer) -> [CauseCandidate]? {
        guard let first = candidates.first, first.cause == .networkUnreachable, metadata == nil,
            let address = RefusedAddress(in: read.whole),
            address.isProxyPort || address.isLocal && WordText(read.pasted).has("proxy|http_proxy|https_proxy")
        else { return nil }
        return [CauseCandidate(.networkProxyFailed, min(first.confidence, .likely))]
    }

    /// Whether one of the answers says that neither a signature nor a key came with the call.
    static func saysThatNothingCame(_ text: String) -> Bool {
        text.contains("x-api-key") && WordText(text).has("missing authorization x api key header")
    }

    /// Whether the text names a host: a URL's, or a name of several parts in small letters, which no type of an error is.
    private static func namesHost(_ text: String) -> Bool {
        let pieces = text.prefix(4_096).split { !($0.isASCII && ($0.isLetter || $0.isNumber || ".-_:/".contains($0))) }
        return pieces.contains { piece in
            if piece.contains("://") { return true }
            let name = piece.prefix { $0 != ":" && $0 != "/" }
            let labels = name.split(separator: ".", omittingEmptySubsequences: false)
            guard labels.count > 1, let last = labels.last, last.utf8.count > 1 else { return false }
            return labels.allSatisfy { !$0.isEmpty } && last.allSatisfy(\.isLetter)
                && !name.contains(where: \.isUppercase)
        }
    }

    /// "Could not resolve the foundation model" is said of a model in another region, and of an id that does not exist.
    private func place(_ candidates: [CauseCandidate]) -> [CauseCandidate] {
        guard candidates.count == 1, let first = candidates.first, modelIsKnown != true else { return candidates }
        guard modelIsKnown == false else {
            return [
                CauseCandidate(first.cause, min(first.confidence, .likely)),
                CauseCandidate(.modelIDInvalid, .possible),
            ]
        }
        // The catalog may be behind: neither is surer than the other.
        return [CauseCandidate(.modelIDInvalid, .possible), CauseCandidate(first.cause, .possible)]
    }

    /// A host that cannot be reached is missing from DNS where the region has no Bedrock, and blocked where it has.
    private func host(_ candidates: [CauseCandidate]) -> [CauseCandidate] {
        guard let name = hostRegion ?? region, let first = candidates.first else { return candidates }
        let exists = hostIsBedrock && RegionCatalog.region(named: name)?.bedrock == .listed
        if exists, first.cause == .regionHasNoEndpoint {
            return [
                CauseCandidate(.networkUnreachable, .likely), CauseCandidate(.regionHasNoEndpoint, .possible),
            ]
        }
        if !exists, first.cause == .regionHasNoEndpoint {
            if RegionCatalog.region(named: name) == nil, RegionCatalog.nearest(to: name) != nil {
                return [
                    CauseCandidate(.regionHasNoEndpoint, .possible), CauseCandidate(.regionInvalid, .possible),
                ]
            }
        }
        return candidates
    }
}
