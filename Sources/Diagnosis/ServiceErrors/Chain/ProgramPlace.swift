import Evidence
import Report
import WireText

/// Where a program without credentials runs, as far as that says from whom it should have got them: there a developer's shell, its
/// variables and its profiles play no part.
///
/// Sources: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html>,
/// <https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws>,
/// <https://docs.gitlab.com/ci/cloud_services/aws/>, <https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html>,
/// <https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html>,
/// <https://containers.dev/implementors/json_reference/>.
enum ProgramPlace: Sendable {
    case gitHubJob
    case gitLabJob
    /// A task of ECS, with the execution role that the text names.
    case task(executionRole: String?)
    case function
    case pod
    /// A development container, on this machine or another.
    case developmentContainer
    /// A service or a timer of the system.
    case service
    case windowsSubsystem
    /// An application on a telephone or a tablet.
    case device
    /// A page in a browser.
    case page
    /// An editor, or another program that was started from the desktop, with the program in it that calls.
    case desktop(ClientProgram?)
    /// A machine of Amazon EC2.
    case instance

    init?(_ call: FailedCall) {
        let around = String((call.answer.surroundings + "\n" + call.message).prefix(65_536))
        let lower = around.lowercased()
        func says(_ marks: String...) -> Bool { marks.contains(where: lower.contains) }
        let place = call.scene.runtimePlace
        if Self.isDevice(lower) {
            self = .device
        } else if place == .gitHubActions {
            self = .gitHubJob
        } else if says(".gitlab-ci", "gitlab-runner", "gitlab ci", "ci_job_", "gitlab runner") {
            self = .gitLabJob
        } else if place == .ecs || says("ecstaskexecutionrole", "taskdefinition", "task definition", "executionrolearn")
        {
            self = .task(executionRole: Self.executionRole(in: around))
        } else if place == .lambda {
            self = .function
        } else if place == .serviceAccount || place == .podIdentity || place == .kubernetes && says("pod", "deployment")
        {
            self = .pod
        } else if Self.isPage(lower) {
            self = .page
        } else if Self.isDesktop(call.scene.program, lower),
            !says("devcontainer", "codespace") || says("same codespace", "same container", "same dev container")
        {
            self = .desktop(call.scene.program)
        } else if says("devcontainer", "dev container", "codespace", "vscode-server", "/workspaces/") {
            self = .developmentContainer
        } else if says(
            "systemctl", "execstart", "[service]", "journalctl", "systemd unit", "systemd service", "crontab",
            "cron job")
        {
            self = .service
        } else if place == .wsl, says(".aws", "aws configure", "aws sso login") {
            self = .windowsSubsystem
        } else if place == .ec2 || says("on ec2", "on an ec2", "on my ec2", "on our ec2", "in ec2") {
            self = .instance
        } else {
            return nil
        }
    }

    /// Whether no instance's role was ever meant there, so that a failure of the last link is one of an earlier link.
    var hasNoInstance: Bool {
        switch self {
        case .gitHubJob, .gitLabJob, .task, .function, .device, .page, .desktop: true
        case .pod, .developmentContainer, .service, .windowsSubsystem, .instance: false
        }
    }

    /// A role by whose name somebody means the execution role of tasks.
    private static func executionRole(in text: String) -> String? {
        text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0))) }
            .first { word in
                let name = word.lowercased()
                return name.contains("execution") && name.contains("role") && !name.hasSuffix("arn")
                    && word.utf8.count < 65
            }.map(String.init)
    }

    // MARK: What to do

    var remedies: [Remedy] {
        switch self {
        case .gitHubJob:
            [
                Remedy(
                    """
                    The job of GitHub Actions got no credentials. With a role (role-to-assume) the job needs permissions: id-token: write beside contents: read, a called workflow from its caller; \
                    with keys the secrets must have values here: workflows of forks and of Dependabot get none, those of an environment only where the job names it, and a secret that does not exist is empty. \
                    The step aws-actions/configure-aws-credentials has to stand before the failing one, in the same job.
                    """)
            ]
        case .gitLabJob:
            [
                Remedy(
                    """
                    The job of GitLab got no credentials. With a role let it ask for a token (id_tokens: with aud as the IAM OIDC provider lists it), and set AWS_ROLE_ARN and AWS_WEB_IDENTITY_TOKEN_FILE to a file with that token; \
                    with keys see that the variables are defined for this project, and that a protected variable is read on a protected branch only.
                    """)
            ]
        case .task(let name):
            task(name)
        case .function:
            [
                Remedy(
                    """
                    A Lambda function always has the credentials of its execution role, in AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN: that a client finds none means that it looks elsewhere. Take out what leads it away \
                    (AWS_PROFILE or a profile in the code, empty keys handed to the client, a cleaned environment of a subprocess), and give the execution role the permissions.
                    """)
            ]
        case .pod:
            [
                Remedy(
                    """
                    A pod has the role of its service account, and nothing of a developer's shell: associate a role with it (EKS Pod Identity), or annotate it with eks.amazonaws.com/role-arn (IRSA), let the pod name that account \
                    (serviceAccountName), and start the pod anew. The client's SDK must know that way.
                    """,
                    command: "kubectl get serviceaccount -o yaml | grep eks.amazonaws.com/role-arn")
            ]
        case .developmentContainer:
            [
                Remedy(
                    """
                    A development container, or a remote one, has a home and variables of its own: the profile of the machine in front of you is not in it. Mount ~/.aws into it (devcontainer.json: mounts, with the home of remoteUser as \
                    target) and name AWS_PROFILE in remoteEnv, or sign in inside the container, where the program or the extension runs; then build it anew.
                    """)
            ]
        case .service:
            [
                Remedy(
                    """
                    A service of systemd or a cron job runs without a login: no profile of a shell is read, and HOME and the user are its own. Set User= and Environment=AWS_PROFILE=..., AWS_REGION=... (or EnvironmentFile=) in the unit, for cron at the head of \
                    the crontab; AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE name the files where its home has none. On AWS give the machine a role in place of keys.
                    """,
                    command: "systemctl show UNIT -p User -p Environment -p EnvironmentFiles")
            ]
        case .windowsSubsystem:
            [
                Remedy(
                    """
                    WSL has a home of its own: what aws configure or aws sso login wrote on Windows stands in C:\\Users\\NAME\\.aws and is not read there, nor the other way round. Sign in on the side on which the program runs, or name the files of the other one in \
                    AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE (/mnt/c/Users/NAME/.aws/...).
                    """,
                    command: "ls -l ~/.aws")
            ]
        case .device, .page, .desktop, .instance: ownRemedies
        }
    }

    private func task(_ executionRole: String?) -> [Remedy] {
        let named = executionRole.map {
            " The policies on \(PrintableText.escaped($0, limit: 64)) do nothing for the program: that is the execution role, by which ECS pulls the image, writes the log and reads secrets."
        }
        return [
            Remedy(
                """
                In a task of ECS or Fargate the program gets its credentials by the task role alone (taskRoleArn of the task definition), not by the execution role.\(named ?? "") Set taskRoleArn to a role that ecs-tasks.amazonaws.com \
                may assume and that has the policies, register a new revision, and let the service use it.
                """,
                command: "aws ecs describe-task-definition --task-definition NAME --query taskDefinition.taskRoleArn")
        ]
    }

    // MARK: Files

    /// The files of ~/.aws that are there and may not be read: by the sandbox of a desktop's program, or by their owner.
    static func closedFiles(_ call: FailedCall) -> Remedy? {
        let lines = (call.message + "\n" + call.answer.surroundings).prefix(32_768).split(whereSeparator: \.isNewline)
        let line = lines.first { line in
            let isOfFiles = line.contains(".aws/") || line.contains(".aws\\")
            return isOfFiles
                && ["EPERM", "EACCES", "peration not permitted", "ermission denied", "ccess is denied"].contains(
                    where: line.contains)
        }
        guard let line, !line.contains("cli/cache") else { return nil }
        return Remedy(
            """
            The file is there, and the program may not read it: "\(SafeMessage.text(String(line), limit: 160))". A desktop's program may run in a sandbox (a snap, a flatpak, macOS's protection of files and folders): allow it the folder .aws, or give it \
            credentials by another way; else the file belongs to another user (made by sudo, or mounted into a container with the host's owner): hand it to the user that runs the program. Signing in again changes nothing.
            """,
            command: "ls -la ~/.aws")
    }
}
