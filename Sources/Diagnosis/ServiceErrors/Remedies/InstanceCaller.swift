import Catalog
import Evidence
import JSONText
import Report

/// A caller that is an instance or a node, where something else was meant to call: a pod or a task with a role of its own.
///
/// Sources: <https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts-minimum-sdk.html>,
/// <https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/credentials-assume-role-web-identity.html> (Java wants the module `sts`).
extension FailedCall {
    /// Who was refused, also where an ARN is none any more because its parts were made unreadable.
    var principalName: String? {
        guard let denial = details.denial else { return nil }
        if let name = denial.principal?.resource { return String(name) }
        guard let place = text.firstRange(of: ":assumed-role/") else { return nil }
        return "assumed-role/" + text[place.upperBound...].prefix { !$0.isWhitespace && !"\"',;".contains($0) }
    }

    var instanceCaller: Remedy? {
        guard let principal = principalName, principal.hasPrefix("assumed-role/") else {
            return nil
        }
        let parts = principal.split(separator: "/")
        guard parts.count > 2, let session = parts.last else { return nil }
        let isInstance = Self.isInstance(session)
        guard isInstance || !Self.isOfSDK(session) && isNode(parts[parts.count - 2]) else { return nil }
        let who = isInstance ? "the role of the instance (session \(session))" : "the role of the node"
        return Remedy(
            """
            The caller is \(who). In a pod of EKS the service account's role was meant to \
            call: the client ignored the web identity (AWS_ROLE_ARN and AWS_WEB_IDENTITY_TOKEN_FILE), or the pod has none.\(java) Make it use \
            that role, with a newer SDK if need be; do not widen the node's role.
            """)
    }

    /// Whether a session has the form of an instance's id, or of one that was made unreadable: `i-0abc`, `i-XXXXX`, `i-*****`.
    private static func isInstance(_ session: Substring) -> Bool {
        guard session.hasPrefix("i-") else { return false }
        let id = session.dropFirst(2)
        let isID = id.allSatisfy { $0.isHexDigit || "xX*.\u{2026}#".contains($0) }
        return !id.isEmpty
            && (isID
                || ["redacted", "instance", "masked", "hidden", "removed", "node"].contains(
                    where: id.lowercased().contains))
    }

    /// Whether a session has a name that SDKs, or EKS Pod Identity, give when they assume a role: a node's has none of these.
    private static func isOfSDK(_ session: Substring) -> Bool {
        let name = session.lowercased()
        return ["botocore-session", "aws-sdk-", "aws-go-sdk", "awscli-session", "eks-"].contains(where: name.hasPrefix)
    }

    /// How AWS's templates, eksctl, its Terraform module and Karpenter name the role of nodes.
    ///
    /// Sources: <https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html>,
    /// <https://karpenter.sh/docs/reference/cloudformation/> (KarpenterNodeRole-CLUSTER).
    private static let nodeRoles = [
        "nodeinstancerole", "node-instance-role", "eksnoderole", "eks-node-role", "node-group-", "nodegroup",
        "karpenternode", "karpenter-node",
    ]

    /// Whether a role is that of nodes, where the text tells of a pod with a role of its own.
    ///
    /// Told by a usual name, or by one with a node in it beside a cluster: a role for Node.js has the word, too.
    private func isNode(_ role: Substring) -> Bool {
        let name = role.lowercased()
        let isUsual = Self.nodeRoles.contains(where: name.contains)
        let hasNode = name.contains("karpenter") || name.contains("node") && !name.contains("nodejs")
        guard isUsual || hasNode else { return false }
        let around = shown.prefix(32_768).lowercased()
        func runs(_ places: RuntimePlace...) -> Bool {
            places.contains { scene.runtimePlace == $0 || $0.isTold(in: around) }
        }
        return runs(.serviceAccount, .podIdentity) && (isUsual || runs(.kubernetes))
    }

    /// What is missing first in Java: without that module the chain passes the web identity by.
    private var java: String {
        let around = shown
        guard
            language == .jvm
                || ["langchain4j", "(Service: BedrockRuntime, Status Code"].contains(where: around.contains)
        else {
            return ""
        }
        return
            " In Java see first that the module software.amazon.awssdk:sts is on the class path: without it the SDK cannot take a web identity and goes on to the instance."
    }
}
