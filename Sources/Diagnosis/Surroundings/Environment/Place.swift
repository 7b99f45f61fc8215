import WireText

/// Where this process runs, as far as it decides what helps: who keeps the clock, and who hands out credentials.
package struct Place: Sendable, Hashable {
    package enum ClockKeeper: Sendable, Hashable {
        /// The host's kernel: nothing inside can set it.
        case containerHost
        /// Windows, under WSL.
        case windows
        case systemd
        case mac
        case other
    }

    /// Who hands out credentials here.
    ///
    /// Sources: <https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html>,
    /// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html>,
    /// <https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime>,
    /// <https://docs.github.com/en/actions/reference/workflows-and-actions/variables>.
    package enum Issuer: Sendable, Hashable {
        case lambda
        case podIdentity
        /// A web identity token, as the service account of an EKS pod has.
        case webIdentity
        case ecs
        case cloudShell
        case githubActions
        /// A pod that has no role of its own.
        case pod
        /// The instance profile of an EC2 machine.
        case instance
        /// A container outside of AWS's services, which has what it was started with.
        case container
        /// Nobody that shows: a person's machine, most likely.
        case person

        /// Whether keys get there by somebody's hand.
        var isPersons: Bool { self == .person || self == .container || self == .cloudShell }
    }

    package let clockKeeper: ClockKeeper
    package let issuer: Issuer
    package let facts: PlaceFacts

    package init(_ facts: PlaceFacts, variables: [String: String]) {
        self.facts = facts
        let isSet = { (name: String) in variables[name]?.isBlank == false }
        let execution = variables["AWS_EXECUTION_ENV"] ?? ""
        let isKubernetes = isSet("KUBERNETES_SERVICE_HOST")
        let isTask = isSet("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") || execution.hasPrefix("AWS_ECS")
        let isWSL = isSet("WSL_DISTRO_NAME") || facts.kernel.lowercased().contains("microsoft")
        // Docker Desktop's containers have WSL's kernel: what counts is the container.
        clockKeeper =
            if facts.isMac {
                .mac
            } else if facts.hasContainerMark || isKubernetes || isTask || isSet("AWS_LAMBDA_FUNCTION_NAME") {
                .containerHost
            } else if isWSL {
                .windows
            } else if facts.hasSystemd {
                .systemd
            } else {
                .other
            }
        let containerURI = variables["AWS_CONTAINER_CREDENTIALS_FULL_URI"] ?? ""
        let tokenFile = variables["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] ?? ""
        issuer =
            if isSet("AWS_LAMBDA_FUNCTION_NAME") || execution.hasPrefix("AWS_Lambda") {
                .lambda
            } else if tokenFile.contains("eks-pod-identity") || containerURI.contains("169.254.170.23")
                || containerURI.contains("[fd00:ec2::23]")
            {
                .podIdentity
            } else if isSet("AWS_WEB_IDENTITY_TOKEN_FILE") {
                .webIdentity
            } else if execution == "CloudShell" {
                .cloudShell
            } else if isTask || isSet("AWS_CONTAINER_CREDENTIALS_FULL_URI") {
                .ecs
            } else if variables["GITHUB_ACTIONS"] == "true" {
                .githubActions
            } else if isKubernetes {
                .pod
            } else if facts.machineVendor.hasPrefix("Amazon EC2") {
                .instance
            } else if facts.hasContainerMark {
                .container
            } else {
                .person
            }
    }

    /// Whether the AWS CLI is on the path.
    package var hasCLI: Bool { facts.programs.contains("aws") }
}
