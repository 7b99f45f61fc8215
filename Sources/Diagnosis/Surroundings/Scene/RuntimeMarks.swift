/// Where programs run, by the paths, variables and addresses that stand in their output.
enum RuntimeMarks {
    static let all: [SceneMark] = [
        SceneMark(
            "AWS Lambda", "/var/task/", "/var/runtime/", "/var/lang/", "lambda_handler", "AWS_LAMBDA_",
            "REPORT RequestId: ", "START RequestId: ", "END RequestId: "),
        SceneMark(
            "Amazon EKS (Pod Identity)", "pods.eks.amazonaws.com", "eks-pod-identity", "AssumeRoleForPodIdentity",
            "169.254.170.23", "fd00:ec2::23"),
        SceneMark(
            "Amazon EKS (IAM roles for service accounts)", "eks.amazonaws.com/serviceaccount",
            "eks.amazonaws.com/role-arn"),
        SceneMark("Kubernetes", "kubectl ", ".svc.cluster.local", "KUBERNETES_"),
        SceneMark(
            "a container of Amazon ECS", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "ECS_CONTAINER_METADATA",
            "169.254.170.2/",
            "ecs-tasks.amazonaws.com", "Fargate"),
        SceneMark("GitHub Actions", "##[error]", "/home/runner/work", "GITHUB_ACTIONS", "aws-actions/"),
        SceneMark("Amazon SageMaker", "/SageMaker", "AmazonSageMaker", "/home/ec2-user/SageMaker"),
        SceneMark("WSL", "microsoft-standard-WSL", "WSL2", "WSL ", "/mnt/c/"),
        SceneMark("Docker", "docker ", "Docker Desktop", "docker-compose", "/.dockerenv"),
        // That an SDK asked for instance metadata shows no instance: it is the last link of every chain.
        SceneMark("an Amazon EC2 instance", ".compute.internal", "instanceID=i-", "/home/ec2-user/"),
        SceneMark("Windows", "Windows_NT", "C:\\\\Users\\\\", "C:\\Users\\"),
    ]
}
