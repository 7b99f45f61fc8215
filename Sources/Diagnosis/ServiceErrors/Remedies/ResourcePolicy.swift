import Catalog
import Evidence
import Report
import WireText

/// A denial in which the resource's own policy does not allow the call: `because no resource-based policy allows`.
///
/// What decides is the policy of the resource, whoever asks; a policy of the caller does not make up for it. Across accounts both are
/// needed.
///
/// Sources: <https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html>,
/// <https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html>,
/// <https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/resource-based-policies.html>.
struct ResourcePolicy {
    private let denial: AccessDenial
    private let action: String

    /// The service that calls for itself, such as `config.amazonaws.com`.
    private let invoker: String?

    /// `nil` where the denial is of another kind.
    init?(_ call: FailedCall) {
        guard let denial = call.details.denial, denial.policy == .resource, denial.effect != .explicitDeny,
            let action = denial.action
        else { return nil }
        self.denial = denial
        self.action = action
        invoker = Self.invoker(call)
    }

    var title: String { "The \(place) does not allow the caller" }

    var meaning: String {
        "The message names the policy that is attached to the resource; one of the caller's does not make up for it."
    }

    var remedies: [Remedy] { [ownCall, statement, look].compactMap { $0 } }

    private var service: String { String(action.prefix { $0 != ":" }) }

    /// What a service calls the policy of its resources, what holds for it alone, and the command that shows it.
    private struct Row {
        let service: String
        /// The beginning of the resource's name; `nil` for every resource of the service.
        var kind: String?
        let place: String
        var note = ""
        /// Before the resource's ARN, and behind it; `nil` where no command takes an ARN.
        var command: (name: String, rest: String)?
    }

    private static let rows: [Row] = [
        Row(
            service: "kms", place: "key policy",
            note:
                " A policy of the caller's counts for a key only where its key policy hands that over to the account (Principal :root).",
            command: ("kms get-key-policy --key-id", " --policy-name default")),
        Row(service: "s3", place: "bucket policy"),
        Row(service: "ecr", place: "repository policy"),
        Row(service: "sts", place: "role's trust policy"),
        Row(
            service: "lambda", place: "function's resource policy", note: " aws lambda add-permission writes it.",
            command: ("lambda get-policy --function-name", "")),
        Row(
            service: "secretsmanager", place: "secret's resource policy",
            command: ("secretsmanager get-resource-policy --secret-id", "")),
        Row(
            service: "bedrock-agentcore", kind: "runtime", place: "runtime's resource policy",
            note:
                " A runtime is called through an endpoint: both the runtime and that endpoint (.../runtime-endpoint/DEFAULT) need such a policy (put-resource-policy), or assume a role of the runtime's account.",
            command: agentCore),
        Row(
            service: "bedrock-agentcore", kind: "gateway", place: "gateway's resource policy", note: agentCoreNote,
            command: agentCore),
        Row(
            service: "bedrock-agentcore", place: "resource's own policy", note: agentCoreNote, command: agentCore),
    ]

    private static let agentCore: (name: String, rest: String) = (
        "bedrock-agentcore-control get-resource-policy --resource-arn", ""
    )

    private static let agentCoreNote =
        " put-resource-policy of bedrock-agentcore-control writes it; or assume a role of the resource's account."

    private var row: Row? {
        Self.rows.first { row in row.service == service && row.kind.map { $0 == kind } ?? true }
    }

    /// The policy by the name that its service has for it.
    private var place: String { row?.place ?? "resource's own policy" }

    private var kind: String { denial.resource.map { String($0.resource.prefix { $0 != "/" }) } ?? "" }

    private var statement: Remedy {
        let twoSides =
            denial.crossesAccounts
            ? " Caller and resource are in different accounts (\(denial.principal?.account ?? ""), \(denial.resource?.account ?? "")), so a policy of the caller must allow it as well."
            : " If caller and resource are in different accounts, a policy of the caller must allow it as well."
        let written =
            """
            Allow it in the \(place): Effect Allow, Principal {"AWS":"\(principal)"}, Action \(action), \
            Resource \(service == "kms" ? "*" : denial.resource?.pattern ?? "the resource").\(twoSides)\(row?.note ?? "")
            """
        return Remedy(written)
    }

    /// The role behind a session: a policy that names the session itself holds for that one only.
    private var principal: String {
        guard let principal = denial.principal else { return "the caller's ARN" }
        let parts = principal.resource.split(separator: "/")
        guard parts.first == "assumed-role", parts.count > 1 else { return principal.text }
        return "arn:\(principal.partition):iam::\(principal.account):role/\(parts[1])"
    }

    private var look: Remedy? { command.map { Remedy("See the \(place) as it is.", .aws($0)) } }

    /// How to see the policy as it is.
    private var command: String? {
        guard let arn = denial.resource.flatMap({ ShellWord.quoted($0.text) }), !arn.contains("*") else { return nil }
        let region =
            denial.resource.flatMap { ShellWord.quoted($0.region) }.map { $0.isEmpty ? "" : " --region \($0)" } ?? ""
        return row?.command.map { "\($0.name) \(arn)\($0.rest)\(region)" }
    }

    private var ownCall: Remedy? {
        guard let invoker else { return nil }
        return Remedy(
            """
            The call is one that \(invoker) makes by itself (invokedBy), and none of your program's: where nothing is missing in what that service shows, leave the entry out of \
            the alarm (userIdentity.invokedBy) in place of widening a policy.
            """)
    }

    private static func invoker(_ call: FailedCall) -> String? {
        let shown = String(call.shown.prefix(65_536))
        guard let mark = shown.firstRange(of: "invokedBy") else { return nil }
        let name = shown[mark.upperBound...].drop { "\":= '".contains($0) }
            .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || ".-".contains($0)) }
        return name.hasSuffix(".amazonaws.com") ? String(name) : nil
    }
}

extension FailedCall {
    /// That the resource is another account's, which may not have been meant.
    var otherAccount: Remedy {
        let account = details.denial?.resource?.account ?? ""
        let named = account.isEmpty ? "" : " (it names \(account))"
        guard ResourcePolicy(self) == nil else {
            return Remedy("If the other account is not meant, put the right account id into the ARN\(named).")
        }
        return Remedy(
            """
            Identity and resource belong to different accounts: both must allow it, the identity's policy and the resource's own. Most often the ARN holds the wrong account id\(named).
            """)
    }
}
