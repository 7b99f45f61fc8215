/// Where programs run, by the paths, variables and addresses that stand in their output.
struct RuntimePlace: SceneMember {
    let name: String
    let sights: [SceneSight]

    /// How people speak of it, in small letters: too little to name the place of a call, and enough where another fact asks for this very one.
    private let words: [String]

    private init(_ name: String, _ sights: SceneSight..., told words: [String] = []) {
        self.name = name
        self.sights = sights
        self.words = words
    }

    /// Whether a text speaks of it.
    ///
    /// - Parameter text: In small letters.
    func isTold(in text: String) -> Bool { words.contains(where: text.contains) }

    static let lambda = RuntimePlace(
        "AWS Lambda", "/var/task/", "/var/runtime/", "/var/lang/", "lambda_handler", "AWS_LAMBDA_",
        .both("REPORT RequestId: ", "Duration: "), .lineStart("START RequestId: "), .lineStart("END RequestId: "),
        "arn:aws:lambda:", "/aws/lambda/", "function_request_id")
    static let podIdentity = RuntimePlace(
        "Amazon EKS (Pod Identity)", "pods.eks.amazonaws.com", "eks-pod-identity-token", "eks-pod-identity-agent",
        "AssumeRoleForPodIdentity",
        "169.254.170.23", "fd00:ec2::23", .both("Pod Identity", "AWS_CONTAINER_CREDENTIALS_FULL_URI"),
        told: ["pod identity"])
    static let serviceAccount = RuntimePlace(
        "Amazon EKS (IAM roles for service accounts)", "eks.amazonaws.com/serviceaccount", "eks.amazonaws.com/role-arn",
        .unlisted("IRSA"), "EKS/IRSA",
        told: ["irsa", "service account", "serviceaccount", "web identity", "webidentity", "web_identity"])
    static let kubernetes = RuntimePlace(
        "Kubernetes", "kubectl ", ".svc.cluster.local", "KUBERNETES_",
        told: ["pod ", "pods", "kubernetes", "k8s", "kubectl", " eks", "karpenter"])
    static let ecs = RuntimePlace(
        "a container of Amazon ECS", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "ECS_CONTAINER_METADATA",
        "169.254.170.2/", "ecs-tasks.amazonaws.com", "Fargate", .unlisted("ECS task role"), .unlisted("ECS task"),
        .unlisted("ECS tasks"),
        told: ["ecs task", "task role", "on ecs", "in ecs", "ecs service", "ecs container", "an ecs", "fargate"])
    static let gitHubActions = RuntimePlace(
        "GitHub Actions", "##[error]", "/home/runner/work", "GITHUB_ACTIONS", "aws-actions/")
    static let sageMaker = RuntimePlace("Amazon SageMaker", "/SageMaker", "AmazonSageMaker", "/home/ec2-user/SageMaker")
    static let wsl = RuntimePlace("WSL", "microsoft-standard-WSL", "WSL2", "WSL ", "/mnt/c/")
    static let docker = RuntimePlace(
        "Docker", "docker ", "Docker Desktop", "docker-compose", "/.dockerenv",
        told: ["docker", "container", "podman"])
    // That an SDK asked for instance metadata shows no instance: it is the last link of every chain.
    static let ec2 = RuntimePlace(
        "an Amazon EC2 instance", ".compute.internal", "instanceID=i-", "/home/ec2-user/",
        told: [
            "on ec2", "an ec2", "our ec2", "my ec2", "the ec2 was", "the ec2 is", "ec2 host", "ec2 instances",
        ])
    static let windows = RuntimePlace("Windows", "Windows_NT", "C:\\\\Users\\\\", "C:\\Users\\")

    /// The narrower before the wider.
    static let all = [
        lambda, podIdentity, serviceAccount, kubernetes, ecs, gitHubActions, sageMaker, wsl, docker, ec2, windows,
    ]
}
