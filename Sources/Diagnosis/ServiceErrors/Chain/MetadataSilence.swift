import Evidence
import Report

/// Instance metadata that kept silent: in a container on an instance its answer ends on the way; on a machine of one's own there is none.
///
/// Sources: <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html> (hop limit),
/// <https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html>,
/// <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html>.
struct MetadataSilence {
    private enum Place {
        case pod, task, ownMachine
    }

    private let place: Place

    /// `nil` where nothing shows how it kept silent, or where the program ran.
    init?(_ call: FailedCall) {
        let text = String((call.message + "\n" + call.answer.surroundings).prefix(32_768)).lowercased()
        let words = Set(text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init))
        func says(_ marks: String...) -> Bool { marks.contains(where: text.contains) }
        let isLost = says(
            "read timeout", "read timed out", "http read", "connect timeout", "timed out", "deadline exceeded",
            "etimedout", "i/o timeout", "timeouterror", "kind: timeout", "timeout")
        // A token that does not come through leaves the old version, which is refused.
        let isRefused = says("statuscode: 401", "status code: 401", "status code 401", "401 unauthorized", "http 401")
        let isNone = says(
            "no route to host", "host is down", "network is unreachable", "ehostunreach", "enetunreach", "ehostdown")
        let isOwn =
            says(
                "my laptop", "my mac", "macbook", "laptop", "my machine", "local machine", "locally", "my pc",
                "my desktop")
            && call.scene.runtimePlace != .ec2
            // Who says that it works there has the failure elsewhere.
            && !ReporterWords(text: String(call.answer.surroundings.prefix(16_384))).contrasts.contains {
                $0.dimension == .place && $0.works == "the own machine"
            }
        let scene = call.scene.runtimePlace
        let isPod =
            scene == .kubernetes || scene == .serviceAccount || scene == .podIdentity
            || !words.isDisjoint(with: ["eks", "pod", "pods", "kubernetes", "k8s", "karpenter", "cluster", "helm"])
        let isTask = scene == .ecs || words.contains("ecs") || words.contains("fargate")
        // Clusters elsewhere have no instances below; a token that was refused shows one.
        let isOfAWS =
            isRefused || scene == .serviceAccount || scene == .podIdentity
            || !words.isDisjoint(with: ["eks", "eksctl", "karpenter", "nodegroup", "nodegroups"])
        let isContained =
            scene == .docker || !words.isDisjoint(with: ["docker", "container", "containers", "podman", "containerd"])
        if isOwn, !isRefused, !isPod {
            guard isLost || isNone || says("no ec2 imds role found") else { return nil }
            place = .ownMachine
        } else if isPod {
            guard isLost || isRefused, isOfAWS else { return nil }
            place = .pod
        } else if isTask {
            guard isLost || isRefused else { return nil }
            place = .task
        } else if isContained {
            // Whether an instance is below is not shown.
            return nil
        } else {
            guard isNone, scene != .ec2, !words.contains("ec2") || !says("on ec2", "an ec2", "ec2 instance") else {
                return nil
            }
            place = .ownMachine
        }
    }

    var remedies: [Remedy] {
        switch place {
        case .pod: [hops, Self.podRole, Self.look]
        case .task: [Self.taskRole, hops, Self.look]
        case .ownMachine: [Self.none]
        }
    }

    private var hops: Remedy {
        let better =
            place == .pod
            ? " Better, and without a change of the nodes: give the pod's service account a role of its own (EKS Pod Identity, or IRSA), which SDKs ask before the instance."
            : ""
        return Remedy(
            """
            Raise the hop limit of IMDSv2 to 2 on the instances (HttpPutResponseHopLimit, in the launch template for a node group): the answer with the token ends after as many hops, and a container is one further than the \
            instance, so that with 1 it waits in vain, or falls back to version 1 and gets 401.\(better)
            """)
    }

    private static let look = Remedy("See what the instance has.", command: DistantMetadata.options)

    private static let podRole = Remedy(
        """
        Associate a role with the service account of the pod (aws eks create-pod-identity-association), or annotate it with eks.amazonaws.com/role-arn (IRSA), and start the pod anew; the role may call the model, and the \
        node's role need not.
        """,
        command: "kubectl get serviceaccount -o yaml | grep eks.amazonaws.com/role-arn")

    private static let taskRole = Remedy(
        """
        Give the task a task role (taskRoleArn of the task definition) that may call the model: without one a program in a task asks the instance beneath, whose answer does not reach it, and on Fargate there is none.
        """)

    private static let none = Remedy(
        """
        Give the program credentials of this machine: a profile named by AWS_PROFILE (aws configure sso, then aws sso login), or keys as variables, in the environment of the very process. Outside of AWS there is no instance metadata at all; \
        the client asked 169.254.169.254 last, since it found nothing before, and no setting of it helps.
        """)
}
