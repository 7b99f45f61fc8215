import Report
import WireText

/// What a local endpoint for credentials answered by its status: it was reached, and refused.
///
/// Sources: <https://docs.aws.amazon.com/eks/latest/userguide/pod-id-troubleshooting.html>,
/// <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-metadata-endpoint-v4.html>,
/// <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-security-credentials.html>.
struct EndpointStatus {
    private let status: Int
    private let link: CredentialLink

    /// - Parameters:
    ///   - link: The link of the chain whose endpoint it is.
    ///   - text: What was said of the answer; `nil` where no status of a refusal stands there.
    init?(_ link: CredentialLink, in text: String) {
        let lower = text.prefix(16_384).lowercased()
        // Each SDK's own words before the number.
        let labels = [
            "non 200 response ", "statuscode(", "status code: ", "status code ", "statuscode: ", "status: ",
            "http status ",
            "received ", "returned ", "response code: ", "http/1.1 ",
        ]
        let found = labels.lazy.compactMap { label -> Int? in
            for place in lower.ranges(of: label) {
                let digits = lower[place.upperBound...].prefix(while: \.isNumber)
                if digits.count == 3, let value = Int(digits), (400...599).contains(value) { return value }
            }
            return nil
        }.first
        guard let found else { return nil }
        status = found
        self.link = link
    }

    /// What to do; `nil` where the status adds nothing.
    var remedies: [Remedy]? {
        switch (link, status) {
        case (.podIdentity, 400), (.podIdentity, 403), (.podIdentity, 404): podRefusal
        case (_, 429): busy
        case (.instanceMetadata, 401): [token]
        case (.instanceMetadata, 403): [closed]
        default: nil
        }
    }

    /// The agent is there; EKS Auth, which it asks, gave no credentials for the pod.
    private var podRefusal: [Remedy] {
        [
            Remedy(
                """
                The EKS Pod Identity agent was reached, and answered \(status): EKS gives this pod no credentials. See that an association exists \
                for the cluster, the namespace and the very service account that the pod uses; that the role's trust policy lets \
                pods.eks.amazonaws.com call sts:AssumeRole and sts:TagSession, with no condition that the pod does not meet; and start the \
                pod anew after a change.
                """,
                command: "aws eks list-pod-identity-associations --cluster-name CLUSTER"),
            Remedy(
                "The agent's log says which of them it is.",
                command: "kubectl logs -n kube-system -l app.kubernetes.io/name=eks-pod-identity-agent --tail 50"),
        ]
    }

    private var busy: [Remedy] {
        let whose =
            link == .container
            ? "the credentials endpoint of ECS, which takes some dozens of requests a second from a task (ECS_TASK_METADATA_RPS_LIMIT on the agent)"
            : link == .podIdentity ? "the EKS Pod Identity agent" : "instance metadata"
        return [
            Remedy(
                """
                It is there, and was asked too often (429): \(whose). Make one client or session and use it for all calls, so that its \
                credentials are kept until they expire, in place of a new one for each call, thread or process; let starts of many processes \
                be spread. The role is not the problem.
                """)
        ]
    }

    private var token: Remedy {
        Remedy(
            """
            Update the client's SDK: instance metadata answered 401, so it is there, and wants a token (IMDSv2), of which the client sent none or an old one (SDKs ask for one since the end of 2019). \
            A proxy must not take the header away (NO_PROXY=169.254.169.254), and from a container the instance's hop limit must be 2, since the token does not come through at 1. The role need not be \
            attached anew.
            """)
    }

    private var closed: Remedy {
        Remedy(
            """
            Instance metadata answered 403: it is switched off for this instance (HttpEndpoint disabled), or a proxy or a rule of the node (kube2iam, a network policy) refuses it. Switch instance metadata on where the instance's role is meant, keep proxies out of it (NO_PROXY=169.254.169.254), or give the program another link of the chain.
            """,
            command: DistantMetadata.options)
    }
}

extension CredentialLink {
    /// What to do about a link that failed: by what its endpoint answered, else by how it kept silent, else by the link.
    func remedies(_ call: FailedCall) -> [Remedy] {
        EndpointStatus(self, in: call.message)?.remedies ?? EndpointSilence(self, in: call.message)?.remedies
            ?? ownRemedies(call)
    }
}
