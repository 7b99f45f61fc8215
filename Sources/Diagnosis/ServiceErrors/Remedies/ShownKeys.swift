import Catalog
import Evidence
import Report
import WireText

/// What a paste shows of the keys that AWS does not know: which of several they are, and what they lack.
///
/// Sources: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html> (prefixes of key ids),
/// <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html> (calls of IAM need MFA),
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html> (partitions).
struct ShownKeys {
    private let call: FailedCall
    private let around: String
    private let lower: String

    init(_ call: FailedCall) {
        self.call = call
        around = String(call.shown.prefix(32_768))
        lower = around.lowercased()
    }

    /// What to do; empty where nothing is shown.
    var remedies: [Remedy] {
        [roleBase, administration, partition, withoutToken, withToken].compactMap(\.self)
            .prefix(2).map(\.self)
    }

    private var operation: String { call.scene.operation?.value ?? call.answer.operation ?? "" }

    /// The keys that were to assume a role, of which the role itself says nothing.
    private var roleBase: Remedy? {
        guard operation == "AssumeRole" || lower.contains("securitytokenserviceclient.assumerole") else { return nil }
        return Remedy(
            """
            It is the base that AWS STS does not know, the keys that were to assume the role: those of source_profile, of credential_source, or of the \
            program's own settings. They were deleted, replaced or copied in part, or their session token is missing; the role and its policies are not \
            the problem. See whose they are.
            """,
            command:
                "aws sts get-caller-identity --profile \(call.profileWord == "NAME" ? "SOURCE_PROFILE" : call.profileWord)"
        )
    }

    /// A session of GetSessionToken, which IAM itself takes only with MFA, and says that it does not know it.
    private var administration: Remedy? {
        let isOfIAM =
            call.scene.service?.value == "iam" || lower.contains("amazonidentitymanagement")
            || lower.contains("(service: iam,")
        guard isOfIAM else { return nil }
        return Remedy(
            """
            It was IAM that refused, and it does not take every session: one of GetSessionToken without MFA may call nothing of IAM, and one of \
            GetFederationToken neither, though other services take it. Make the session with MFA, or use a role or single sign-on for this call.
            """)
    }

    /// A region of a partition of its own, whose accounts and keys are others.
    private var partition: Remedy? {
        // A list that goes beyond the keys' partition has advice of its own.
        guard let region = Self.partitionRegion(call.regionName, lower), call.failingRegions.beyond == nil else {
            return nil
        }
        let isChina = region.hasPrefix("cn-")
        let name = isChina ? "China" : "GovCloud (US)"
        let host = isChina ? "sts.\(region).amazonaws.com.cn" : "sts.\(region).amazonaws.com"
        let isCalled = isChina ? lower.contains(".amazonaws.com.cn") : lower.contains(".\(region).")
        let theirs = "Use keys of an account of that partition, or the region in which these keys' account is."
        let lead = "\(region) belongs to the partition of \(name), which has accounts, users and keys of its own"
        if isCalled { return Remedy("\(lead): keys from any other partition are unknown there. \(theirs)") }
        return Remedy(
            """
            See which endpoint the program calls (its debug log): for keys of an account in \(name) it must be \(host) and the like, which a program that knows the commercial partition only does not call, whatever region it is given. Set the region where that program reads it \
            (AWS_REGION=\(region), its own setting, an endpoint), or update it. \(lead), and they are unknown at sts.amazonaws.com and all others. If that endpoint is called, the keys are those of another partition: \(theirs.prefix(1).lowercased() + theirs.dropFirst())
            """)
    }

    /// The region of such a partition that was called, or of which the text tells.
    private static func partitionRegion(_ called: String?, _ text: String) -> String? {
        func isApart(_ name: String) -> Bool { name.hasPrefix("cn-") || name.hasPrefix("us-gov-") }
        if let called, isApart(called) { return called }
        let words = text.prefix(16_384).split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")) }
        return words.lazy.map(String.init).first { isApart($0) && RegionCatalog.isKnown($0) }
    }

    /// Whether a key id of a kind stands in a text, whole or masked, and not only what such ids begin with.
    static func holds(_ prefix: String, in text: String) -> Bool {
        text.ranges(of: prefix).contains { found in
            let rest = text[found.upperBound...].prefix {
                $0.isNumber || ($0.isLetter && $0.isUppercase) || "*.".contains($0)
            }
            let before = text[..<found.lowerBound].last
            return rest.utf8.count >= 3 && !(before.map { $0.isLetter || $0.isNumber } ?? false)
        }
    }

    private static let tokenNames = [
        "session_token", "sessiontoken", "security-token", "security_token", "session token",
    ]

    /// Whether a text speaks of a session token beside the sentence of the refusal itself.
    ///
    /// - Parameter text: In small letters.
    static func namesToken(in text: String) -> Bool {
        let told = text.replacing("the security token included", with: "")
        return tokenNames.contains(where: told.contains)
    }

    /// A temporary key whose session token is nowhere.
    private var withoutToken: Remedy? {
        guard Self.holds("ASIA", in: around), !Self.namesToken(in: lower) else { return nil }
        return Remedy(
            """
            The key is a temporary one (ASIA...), and no session token stands beside it: it counts only together with its AWS_SESSION_TOKEN. Hand \
            that on, too (all three values come and expire together); a program that has no field for it takes long-lived keys (AKIA...), a \
            profile or a role.
            """
        ).about(.shown)
    }

    /// A long-lived key beside a session token, which belongs to another key.
    private var withToken: Remedy? {
        guard Self.holds("AKIA", in: around), !Self.holds("ASIA", in: around), let value = tokenValue,
            value.utf8.count >= 8
        else { return nil }
        return Remedy(
            """
            The key is a long-lived one (AKIA...), and a session token is set beside it, which belongs to another key: AWS refuses the pair. Take the \
            token away, in the shell, the .env file and the program's settings alike.
            """,
            command: "unset AWS_SESSION_TOKEN"
        ).about(.token)
    }

    /// What is assigned to the session token.
    private var tokenValue: Substring? {
        for name in ["aws_session_token", "AWS_SESSION_TOKEN", "sessionToken", "session_token"] {
            guard let found = around.firstRange(of: name) else { continue }
            let rest = around[found.upperBound...].drop { "\"' =:".contains($0) }
            let value = rest.prefix { !$0.isWhitespace && !"\"',".contains($0) }
            if !value.isEmpty, !value.hasPrefix("$"), rest.startIndex > found.upperBound { return value }
        }
        return nil
    }
}
