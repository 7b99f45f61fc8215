import Report
import WireText

/// How an address that hands out credentials was not reached: nobody listens there, or what is sent there gets lost.
///
/// Sources: <https://docs.aws.amazon.com/eks/latest/userguide/pod-id-troubleshooting.html>,
/// <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html>.
struct EndpointSilence {
    private enum Kind {
        case lost
        case refused
    }

    private let kind: Kind
    private let link: CredentialLink

    /// - Parameters:
    ///   - link: The link of the chain whose endpoint it is.
    ///   - text: What the client said; `nil` where neither a wait nor a refused connection stands there.
    init?(_ link: CredentialLink, in text: String) {
        let lower = text.prefix(16_384).lowercased()
        guard lower.contains("169.254.170.") || lower.contains("fd00:ec2::23") else { return nil }
        if ["connection refused", "econnrefused"].contains(where: lower.contains) {
            kind = .refused
        } else if ["timeout", "timed out", "deadline exceeded", "no route to host", "unreachable"].contains(
            where: lower.contains)
        {
            kind = .lost
        } else {
            return nil
        }
        self.link = link
    }

    /// What to do; `nil` for a link that has no such address.
    var remedies: [Remedy]? {
        switch (link, kind) {
        case (.podIdentity, .lost):
            [
                Remedy(
                    """
                    The client asked the right address, and nothing came back: what goes to 169.254.170.23 (IPv6: fd00:ec2::23), port 80, is dropped on its way to the agent on the same node. \
                    Let that address through: firewall rules of the node whose default is DROP (iptables, nftables, a hardening or bootstrap script), a network policy, a sidecar or mesh that takes the \
                    traffic, or a proxy (NO_PROXY=169.254.170.23). The SDK, the role and its policies are not the matter.
                    """),
                Remedy(
                    "See besides that the agent runs on that node.",
                    command: "kubectl get pods -n kube-system -o wide -l app.kubernetes.io/name=eks-pod-identity-agent"),
            ]
        case (.podIdentity, .refused):
            [
                Remedy(
                    """
                    Nobody listens at 169.254.170.23 on that node: the EKS Pod Identity agent does not run there. Install the add-on eks-pod-identity-agent, let its daemon set onto the node (taints, \
                    node selectors, Fargate has none), and see its log if it restarts.
                    """,
                    command: "kubectl get pods -n kube-system -o wide -l app.kubernetes.io/name=eks-pod-identity-agent")
            ]
        case (.container, .lost), (.container, .refused):
            [
                Remedy(
                    """
                    The client asked the credentials endpoint of ECS (169.254.170.2) and \(kind == .lost ? "nothing came back" : "nobody listens there"): it exists only inside a task's own network. A variable \
                    AWS_CONTAINER_CREDENTIALS_RELATIVE_URI that was copied to another place leads nowhere: unset it there. In a task on EC2 see that the ECS agent runs and that no rule of the instance \
                    (iptables) or proxy (NO_PROXY=169.254.170.2) keeps the address away.
                    """)
            ]
        default: nil
        }
    }
}
