import Catalog
import Codes
package import Evidence
import Report

extension ErrorDiagnosis {
    /// What the message says of this very call, in one sentence; `nil` when it only repeats its cause.
    var sentence: String? {
        if let denial = details.denial { return Self.sentence(denial) }
        if let times = details.times, let skew = times.skewInWords {
            let window = times.windowMinutes.map { "; \($0) minutes are allowed" } ?? ""
            return "By the server's clock the signed time is \(skew)\(window)."
        }
        if code == .onDemandUnsupportedNeedsInferenceProfile, let model = details.modelID {
            let profile = details.profile.map { ", here \($0)" } ?? ""
            return "\(model) takes calls through an inference profile only\(profile)."
        }
        if code == .modelIDInvalid, let model = details.modelID { return "The id that was sent is \(model)." }
        if ErrorCauseGroup(code) == .request || code == .quotaExceeded, let first = details.refusals.first {
            let rest = details.refusals.count - 1
            return first.sentence + (rest > 0 ? " \(rest) more of the kind." : "")
        }
        if code == .wrongScopeRegion, let region = details.signedRegion {
            return "The request was signed for \(region)."
        }
        return nil
    }

    private static func sentence(_ denial: AccessDenial) -> String? {
        guard let action = denial.action else { return nil }
        let who = denial.principal.map { name in
            let parts = name.resource.split(separator: "/")
            return parts.count > 1 ? "\(kind(parts[0])) \(parts[1])" : name.resource
        }
        var text = "\(who ?? "The caller") may not call \(action)"
        if let resource = denial.resource, !resource.resource.isEmpty {
            let region = resource.region.isEmpty ? "" : " in \(resource.region)"
            text += " on \(resource.resource)\(region)"
        }
        guard let policy = denial.policy else { return text + "." }
        return text + (denial.effect == .explicitDeny ? ": denied by " : ": not allowed by ") + policy.title + "."
    }

    private static func kind(_ word: Substring) -> String {
        switch word {
        case "assumed-role", "role": "The role"
        case "user": "The user"
        default: "The \(word)"
        }
    }
}

extension SignatureTimes {
    /// The skew in words, such as `14 min 31 s behind`.
    package var skewInWords: String? {
        guard let skew = skewSeconds else { return nil }
        return SpanOfTime.words(seconds: skew) + (skew < 0 ? " behind" : " ahead")
    }
}
