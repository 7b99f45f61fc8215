import Catalog
import Evidence
import JSONText
import Report
import WireText

/// What to do about a permission that a role of the request lacks: by the role, the actions and the resources that the sentence
/// names.
struct ServiceRoleRemedies {
    private let call: FailedCall
    private let role: ResourceName?
    private let actions: [String]
    private let resources: [String]

    /// No sentence of a service's names more.
    private static let limit = 8

    init(_ call: FailedCall) {
        self.call = call
        let said = String(call.read.message.prefix(4_096))
        let names = ResourceName.all(in: said)
        role = names.first { $0.service == "iam" && $0.resource.hasPrefix("role/") }
        let named = AccessDenial.actions(in: said)
        actions = Array((named.isEmpty ? Self.calls(in: said) : named).prefix(Self.limit))
        let stores = said.split { $0.isWhitespace || "\"'`,;()[]{}<>".contains($0) }.map { $0.trimmed(of: ".:") }.filter
        {
            $0.hasPrefix("s3://") || $0.contains(".dkr.ecr.")
        }
        resources = Array(
            (names.filter { $0.service != "iam" }.map(\.text) + stores.map { String($0) }).prefix(Self.limit))
    }

    /// `... permissions to call ReceiveMessage on SQS`: the action in words.
    private static func calls(in said: String) -> [String] {
        guard let mark = said.firstRange(of: "to call ") else { return [] }
        let words = said[mark.upperBound...].prefix(120).split { $0.isWhitespace || ".,;:\"'".contains($0) }
        guard words.count > 2, words[1] == "on", words[0].first?.isUppercase == true,
            words[0].dropFirst().contains(where: \.isLowercase), words[2].allSatisfy({ $0.isLetter || $0.isNumber })
        else { return [] }
        return ["\(words[2].lowercased()):\(words[0])"]
    }

    var all: [Remedy] {
        [grant.about(.policy), look].compactMap(\.self)
    }

    /// Whether the role was to be assumed, so that its trust policy is what decides.
    private var isOfTrust: Bool {
        actions.isEmpty && call.words.has("assume|assumed|assumes|assumption|trust")
    }

    private var grant: Remedy {
        let what = actions.isEmpty ? "what the operation does with it" : Enumeration.words(actions)
        let named = resources.map { ImageRepository.arn(of: $0) ?? $0 }
        let unbound = actions.filter(UnboundAction.isOne)
        let place =
            (named.isEmpty ? "on the resources of the request" : "on \(Enumeration.words(named))")
            + (unbound.isEmpty || unbound.count == actions.count && named.isEmpty
                ? "" : " (\(Enumeration.words(unbound)) on *: no resource narrows it)")
        guard let name = role.map({ String($0.resource.dropFirst("role/".count)) }) else {
            guard call.words.has("role|roles") else {
                return Remedy(
                    """
                    The request was understood; what is refused is a permission behind it. Where the request hands a role over (roleArn, an execution or \
                    service role), it is that role which needs it, else the caller: allow \(what) \(place).
                    """)
            }
            if isOfTrust {
                return Remedy(
                    """
                    Let the role's trust policy name the service that takes it (Principal: {"Service": "\(principal)"}, Action: sts:AssumeRole), with conditions (aws:SourceAccount, aws:SourceArn) that hold for \
                    this resource, and see that the role's ARN is whole, exists in this account, and may be passed by the caller (iam:PassRole). What is refused is a matter of the role that the request hands over, not of who sent it; \
                    a role just made takes some seconds to count, so deploy again where role and resource are made together.
                    """)
            }
            return Remedy(
                """
                The request was understood; what is refused is a permission of the role that it hands over (an execution or service role), not of who \
                sent it. Allow that role \(what) \(place), let its trust policy name the service as its principal, and see that it is the role you \
                meant to give. A policy just made takes a minute to count.
                """)
        }
        let trust =
            "Its trust policy must let the service assume it (Principal: Service, such as bedrock.amazonaws.com), with conditions that hold for this call"
        return Remedy(
            isOfTrust
                ? """
                The service could not take the role \(name) that the request hands over. \(trust); see too that the ARN is whole, with the path of the \
                role, and of this account. The caller's own policies are not the matter, but for iam:PassRole.
                """
                : """
                The request was understood; what is refused is a permission of the role \(name), which it hands over, not of who sent it. Allow that role \
                \(what) \(place). \(trust). A policy just made takes a minute to count.
                """)
    }

    /// How a trust policy names the service that was called.
    private var principal: String {
        let operation = call.scene.operation?.value ?? call.answer.operation ?? ""
        let service = OperationHome.service(of: operation) ?? call.scene.service?.value ?? ""
        if service.hasPrefix("bedrock-agentcore") { return "bedrock-agentcore.amazonaws.com" }
        if service == "lambda" { return "lambda.amazonaws.com" }
        return service.hasPrefix("bedrock") || service.isEmpty ? "bedrock.amazonaws.com" : "\(service).amazonaws.com"
    }

    /// What shows it: IAM's own judgement where role and actions are named, else the role as it is.
    private var look: Remedy? {
        guard let role, let source = ShellWord.quoted(role.text),
            let name = role.resource.split(separator: "/").last.flatMap({ ShellWord.quoted(String($0)) })
        else { return nil }
        let asked = actions.compactMap { ShellWord.quoted($0) }
        guard !asked.isEmpty, asked.count == actions.count else {
            return Remedy(
                "See whom the role trusts.",
                .aws("iam get-role --role-name \(name) --query Role.AssumeRolePolicyDocument"))
        }
        return Remedy(
            "Ask IAM which of them the role has.",
            .aws(
                "iam simulate-principal-policy --policy-source-arn \(source) --action-names \(asked.joined(separator: " "))"
            ))
    }
}
