package import Catalog
import JSONText
import WireText

/// A refusal by IAM: who may not do what on which resource, and which layer of policies says so.
package struct AccessDenial: Sendable, Hashable {
    /// Whether a statement denies the call or merely none allows it.
    package enum Effect: String, Sendable, Hashable {
        case explicitDeny = "explicit-deny"
        case implicitDeny = "implicit-deny"
        /// The message does not say.
        case unstated
    }

    /// Over which regions the call went, as the refused resource shows.
    package enum Route: String, Sendable, Hashable {
        /// The resource lies in the region that was asked.
        case inRegion = "in-region"
        /// Another region: a geographic inference profile sent the call on.
        case geographic
        /// No region at all: a `global.` inference profile.
        case global
    }

    package var principal: ResourceName?
    package var action: String?
    package var resource: ResourceName?
    package var policy: PolicyKind?
    package var policyARN: ResourceName?

    /// The name of the role that was to be passed, also where the front of its ARN was taken out.
    package private(set) var passedRole: String?
    package var effect: Effect

    /// Whether a name was left out because the text may end within it.
    package var hasPieces = false

    /// Whether the caller had no identity, `User: anonymous`: the request was not signed, and a policy of the resource refused it.
    package private(set) var isAnonymous = false

    /// Whether principal and resource belong to different accounts.
    ///
    /// API Gateway shows the last digits of its own only: `********9012`.
    package var crossesAccounts: Bool {
        guard let mine = principal?.account, let theirs = resource?.account else { return false }
        if theirs.hasPrefix("*") { return !mine.hasSuffix(theirs.drop { $0 == "*" }) }
        // A word, or a number that is no account's, stands for any.
        return Self.isAccount(mine) && Self.isAccount(theirs) && mine != theirs
    }

    private static func isAccount(_ text: String) -> Bool { text.utf8.count == 12 && text.utf8.allSatisfy(\.isDigit) }

    /// The route, judged against the region that was asked; `nil` when the resource is not a foundation model of Bedrock.
    package func route(asked region: String?) -> Route? {
        guard let resource, resource.service == "bedrock", resource.resource.hasPrefix("foundation-model") else {
            return nil
        }
        if resource.region.isEmpty { return .global }
        guard let region else { return nil }
        return resource.region == region ? .inRegion : .geographic
    }

    /// Reads a denial wherever its parts stand; `nil` when the text is not one.
    ///
    /// It is one when it says that something is not authorized (or allowed) and names an action of a service, or at
    /// least the identity that was refused: the rest may have been cut off.
    package init?(_ written: String) {
        let text = ToldSuccess.removed(from: written.contains { $0.isLowercase } ? written : written.lowercased())
        let words = WordText(text)
        let refused: [WordPhrase] = [
            "not authorized|authorised|allowed|permitted", "isnt|arent authorized|authorised", "explicit deny",
            // The clause alone, as it is quoted.
            "no policy allows the action",
            // The context that a console shows below user, action and resource, in English whatever its language is.
            "policy|boundary explicitly denies the action",
        ]
        let sentence = DenialSentence(text)
        let action = sentence.flatMap { Self.action(in: $0.behind) } ?? Self.action(in: text)
        let isRefused = refused.contains { words.has($0) }
        let beginsAsDenial = words.words.starts(with: ["user", "xarn"])
        guard (isRefused && (action != nil || words.has("user xarn"))) || beginsAsDenial else { return nil }
        self.action = action
        isAnonymous = words.has("user anonymous")
        let names = sentence.map { ResourceName.all(in: $0.text) } ?? ResourceName.all(in: text)
        let principal = names.first { ["iam", "sts"].contains($0.service) && $0 != Self.assumedRole(names, action) }
        let policyARN = names.first { $0.resource.hasPrefix("policy/") || $0.resource.contains("_policy/") }
        // A guardrail goes with a call of a model, and is refused under an action of its own.
        let isOfModel = action?.hasPrefix("bedrock:InvokeModel") ?? false
        resource = names.first {
            $0 != principal && $0 != policyARN && !(isOfModel && $0.resource.hasPrefix("guardrail/"))
        }
        passedRole = action == "iam:PassRole" ? sentence?.role : nil
        self.principal = principal
        self.policyARN = policyARN
        policy = PolicyKind(in: words)
        if words.has("explicit deny") || words.has("explicitly denied|denies") {
            effect = .explicitDeny
        } else if words.has("no policy allows|allow") || words.has("no boundary allows|allow") || words.has("not allow")
        {
            effect = .implicitDeny
        } else {
            effect = .unstated
        }
        // IAM says in the last clause which policy it was: a text that ends with a name may have been cut in it.
        if policy == nil, effect == .unstated, let last = resource ?? principal,
            Self.mayBeCut(last, isPrincipal: resource == nil, in: text)
        {
            hasPieces = true
            if resource == nil { self.principal = nil } else { resource = nil }
        }
        if policy == nil, effect == .unstated, resource == nil, Self.endsBeforeResource(text),
            !Self.isWhole(action, in: text)
        {
            hasPieces = true
            self.action = nil
        }
    }

    /// Whether a text ends with the action or with the words behind it, where IAM goes on with a whole resource.
    ///
    /// An action at the end may be the beginning of a longer one: `bedrock:InvokeModel` is one of
    /// `bedrock:InvokeModelWithResponseStream`.
    private static func endsBeforeResource(_ text: String) -> Bool {
        guard let perform = text.ranges(of: "to perform").last else { return false }
        // The action, `on`, `resource:` and a piece of its name.
        let words = text[perform.upperBound...].split(whereSeparator: \.isWhitespace)
            .map { $0.trimmed(of: ":.,\"'`") }.filter { !$0.isEmpty }
        return words.count <= 4 && zip(words.dropFirst(), ["on", "resource"]).allSatisfy { $1.hasPrefix($0) }
    }

    /// Whether the action has ended: a quote closes it, or the client names the same operation before it.
    ///
    /// Services without names of resources leave the resource out, and the sentence ends with the action.
    private static func isWhole(_ action: String?, in text: String) -> Bool {
        guard let action, let place = text.ranges(of: action).last else { return false }
        if let next = text[place.upperBound...].first, "\"'`".contains(next) { return true }
        let name = action.split(separator: ":").last.map(String.init) ?? action
        return text[..<place.lowerBound].split { !($0.isLetter || $0.isNumber || $0 == ":") }.contains {
            $0 == name || $0 == name + ":"
        }
    }

    /// Whether a text ends with a name that is not known to be whole.
    private static func mayBeCut(_ name: ResourceName, isPrincipal: Bool, in text: String) -> Bool {
        guard text.trimmedWhitespace().trimmed(of: ".:").hasSuffix(name.text) else { return false }
        // Behind the one who asked stands what was asked for.
        if isPrincipal { return true }
        if name.resource.isEmpty || name.resource.hasSuffix("/") || name.resource.hasSuffix("-") { return true }
        guard name.service == "bedrock" else { return false }
        guard let id = name.bedrockID else { return name.resource != "*" }
        // The ids that AWS makes up have twelve characters, those of knowledge bases and agents ten.
        let isMade =
            (id.utf8.count == 12 || id.utf8.count == 10 && !id.contains(where: \.isLowercase))
            && id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return !isMade && id != "*" && !WholeModelName.isWhole(name.text)
    }

    /// The role that `sts:AssumeRole` was asked for: an IAM name that is the resource, not the principal.
    private static func assumedRole(_ names: [ResourceName], _ action: String?) -> ResourceName? {
        guard action?.hasPrefix("sts:") == true, names.count > 1 else { return nil }
        return names[1]
    }

    /// The first `service:Action` of the text that is not part of an ARN.
    private static func action(in text: String) -> String? { actions(in: text, limit: 1).first }

    /// Every `service:Action` of a text, in order and once each, that is not part of an ARN.
    package static func actions(in text: String, limit: Int = 16) -> [String] {
        var found: [String] = []
        let chunks = text.split { $0.isWhitespace || "\"'`,;()[]{}<>".contains($0) }
        var before = ""[...]
        for chunk in chunks {
            defer { before = chunk.trimmed(of: ".:") }
            if chunk.contains("arn:") { continue }
            let parts = chunk.trimmed(of: ".:").split(separator: ":", omittingEmptySubsequences: false)
            // Some wrappers glue the word before it on: `perform:bedrock:InvokeModel`.
            guard parts.count >= 2, let last = parts.last, let service = parts.dropLast().last else { continue }
            let name = GluedWords.action(last)
            let isService =
                service.first?.isLowercase == true
                && service.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
            // `GetResourceOauth2Token`, `ListObjectsV2`; an id in capitals and digits is none.
            let isAction =
                name == "*"
                || ((name.first?.isUppercase == true || before == "perform")
                    && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "*") }
                    && (name.contains(where: \.isLowercase) || !name.contains(where: \.isNumber)))
            // `response:Error` is a word and an error behind a colon.
            if ["Error", "Exception", "Failure"].contains(where: { name.hasSuffix($0) }) { continue }
            let action = "\(service):\(name)"
            guard isService, isAction, name.utf8.count > 2 || name == "*", !found.contains(action) else { continue }
            found.append(action)
            if found.count == limit { break }
        }
        return found
    }
}
