import Report

/// How credentials come into a shell in the place where this process runs.
enum PlaceRemedies {
    private static let installation = "https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html"

    /// What to do in this place before anything else; nothing on a person's own machine.
    static func credentials(_ facts: EnvironmentFacts) -> [Remedy] {
        credentials(facts.place, facts.variables)
    }

    static func credentials(_ place: Place, _ variables: [String: String]) -> [Remedy] {
        let fetch = { (what: String) in Self.fetch(what, place, variables) }
        switch place.issuer {
        case .person: return []
        case .lambda:
            return [
                Remedy(
                    "Lambda puts the keys of the execution role into the function's environment. Something removed them: start this program with the environment that the runtime has, and set none of the AWS_ variables in the function's configuration"
                )
            ]
        case .githubActions:
            return [
                Remedy(
                    "In GitHub Actions, let the step aws-actions/configure-aws-credentials run before this one, in the same job; with a role it needs `permissions: id-token: write`"
                )
            ]
        case .podIdentity: return [fetch("EKS Pod Identity gives this pod the keys of a role")]
        case .webIdentity:
            return [fetch("This pod's service account stands for a role, whose keys AWS STS issues")]
        case .ecs: return [fetch("ECS gives this container the keys of its task role")]
        case .pod:
            return [
                Remedy(
                    "This pod has no role: on EKS give its service account one (EKS Pod Identity, or IRSA with eks.amazonaws.com/role-arn) and restart the pod; elsewhere put the keys into a Secret, and from it into the pod's environment"
                )
            ]
        case .container:
            return [
                Remedy(
                    "A container has only the variables that it was started with: pass them on with docker run -e AWS_ACCESS_KEY_ID -e AWS_SECRET_ACCESS_KEY -e AWS_SESSION_TOKEN, or under environment: in the compose file"
                )
            ]
        case .cloudShell: return [fetch("CloudShell has the keys of your console session")]
        case .instance:
            let hop =
                place.clockKeeper == .containerHost
                ? " From a container the instance's metadata answers only with a hop limit of 2" : ""
            return [fetch("The instance may have a role (instance profile)\(hop.isEmpty ? "" : ".")\(hop)")]
        }
    }

    /// The AWS CLI fetches a role's keys only where no keys are set, and `--profile` would turn the role off.
    private static func fetch(_ what: String, _ place: Place, _ variables: [String: String]) -> Remedy {
        guard place.hasCLI else {
            return Remedy(
                "\(what). To fetch them into this shell takes the AWS CLI 2, which is not here: \(installation)")
        }
        let stale = CredentialVariables(variables).present.map(\.name)
        let clear = VariableView.unset(stale).map { $0 + "; " } ?? ""
        return Remedy(
            "\(what). Fetch them into this shell (AWS CLI 2); they last some hours",
            command: clear + "eval \"$(aws configure export-credentials --format env)\"")
    }
}
