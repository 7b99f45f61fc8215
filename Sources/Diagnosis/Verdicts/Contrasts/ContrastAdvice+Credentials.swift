import Evidence
import Report

extension ContrastAdvice {
    /// Keys that are not known, too old or absent for one program, and good for another.
    static let credentials: [ContrastAdvice] = [
        ContrastAdvice([.client, .console], [.keys], rulesOut: [.keys, .token, .environment]) { call in
            Remedy(
                """
                Look for other keys where \(call.fails) runs, not in your shell: \(call.works) is let in\(call.hasSameKeys ? " with the same keys" : ""), so AWS knows them, and \(call.fails) signs with others, or adds a \
                session token that is not theirs (a token or a key pair of an earlier entry in its own settings, AWS_SESSION_TOKEN, AWS_PROFILE or a role of the machine, container or service). Fill in a session token only \
                for a key that begins with ASIA, take blanks off, save the entry anew, and restart it.
                """,
                call.isCLI ? .aws("configure list") : nil)
        },
        ContrastAdvice([.client], [.bearer], rulesOut: [.keys, .token, .environment, .apiKey]) { call in
            call.isOfAPIKey ? call.anotherKey : call.strayBearer
        },
        ContrastAdvice([.client, .time], [.expired], rulesOut: [.renewal, .token, .environment]) { call in
            call.freshStart
        },
        ContrastAdvice([.client, .console], [.missing], rulesOut: [.renewal]) { call in
            Remedy(
                """
                Give \(call.fails) what \(call.works) has: it finds credentials (aws configure list: the column Type says where), and \(call.fails) does not look there. That is AWS_PROFILE and HOME in its own environment or settings, the login that it \
                supports, or, where it reads variables only, what aws configure export-credentials --format env prints, in the very process that \
                starts it.
                """,
                call.isCLI ? .aws("configure list") : nil)
        },
        ContrastAdvice([.part], [.missing, .keys], rulesOut: [.environment, .renewal]) { call in
            Remedy(
                """
                Give the client object behind \(call.contrast.fails ?? "what fails") the same credentials as that of \(call.contrast.works ?? "what works") has: each part of the program makes a client of its own, and this one is built without the provider that the program was given, so it falls back to the default chain. \
                Make that client yourself and hand it over (Spring AI: a bean of the client, such as BedrockAgentRuntimeClient, with the same AwsCredentialsProvider and region; LangChain: client= or credentials_profile_name=), or let the default chain find the keys \
                (variables, AWS_PROFILE, a role). Update it: the part that does not take the provider has the fault.
                """
            ).about(.instruction)
        },
        ContrastAdvice([.place], [.missing, .expired]) { call in
            call.isOfShell
                ? ProgramPlace.ofDesktop(call.scene.program) : call.isOfCluster ? call.inCluster : call.elsewhere
        },
        ContrastAdvice([.credentials], [.missing, .unknown, .keys], rulesOut: [.environment]) { call in
            Remedy(
                """
                With \(call.works) it works, and with \(call.fails) it does not: model, region, network and client are right, and the program finds nothing to take the \
                other credentials from. Look in the process or pod that calls AWS, not in your shell: AWS_ROLE_ARN and AWS_WEB_IDENTITY_TOKEN_FILE (IRSA) \
                or AWS_CONTAINER_CREDENTIALS_FULL_URI (Pod Identity) are put there only if its own service account has the annotation or \
                the association, and it was started after that. In the program's settings take out the entry for \(call.works) and any \
                that switches its default chain off; a build of it may also lack that provider: update it.
                """)
        },
        ContrastAdvice([.service, .operation, .region], [.keys], rulesOut: [.environment]) { call in
            Remedy(
                """
                \(call.contrast.dimension == .region ? "In \(call.works) the keys are known" : "\(call.Works) gets through"): \(call.keysAreGood). Here another region or \
                endpoint is asked: one that the account has not enabled, a token that AWS STS's global endpoint gave (good in the regions that are on by default \
                only), or a partition of its own (aws-cn, aws-us-gov). Use the region that works, enable this one, or take the token from \
                its regional STS endpoint (AWS_STS_REGIONAL_ENDPOINTS=regional).
                """)
        },
    ]
}

extension ContrastCase {
    /// Whether it is an API key that works elsewhere, and not a profile.
    fileprivate var isOfAPIKey: Bool {
        let words = contrast.evidence.lowercased()
        return
            (["api key", "apikey", "api_key", "the key", "bearer", "same key", "same token", "my key"].contains(
                where: words.contains) || MeantKey.isTold(in: text) || text.contains("Authorization: Bearer $"))
            && !["profile", "access key", "sso"].contains(where: words.contains)
    }

    /// Whether a shell on the same machine works, so that the credentials are there.
    fileprivate var isOfShell: Bool {
        contrast.works == "a shell" && (contrast.fails == nil || contrast.fails == "a service or a job")
    }

    /// Whether it is a cluster in which it fails, and outside of which it works.
    fileprivate var isOfCluster: Bool {
        let words = contrast.evidence.lowercased()
        return contrast.fails == "the cluster"
            || contrast.works == "the own machine" && contrast.fails == nil
                && ["cluster", "kubernetes", "k8s", "eks", "the pod"].contains(where: words.contains)
    }

    fileprivate var inCluster: Remedy {
        Remedy(
            """
            Give the pod a role of its own: associate one with its service account (EKS Pod Identity), or annotate that with eks.amazonaws.com/role-arn (IRSA), let the pod or operator name it (serviceAccountName), and start it anew. \
            Outside of the cluster the program finds ~/.aws, the shell's variables or a login, and in a pod there is none of that; on a cluster that is not of EKS hand it keys by a Secret.
            """)
    }

    fileprivate var anotherKey: Remedy {
        Remedy(
            """
            Set the region of \(fails) to the one that \(works) calls, and enter the key anew there, whole, without quotes, blanks or the word Bearer: with \(works) it is taken, so it is good, and \(fails) sends another value \
            (a key of an earlier time in auth.json, the system's keychain or its settings, which it prefers), or calls a region in which the key was not made and is not known.
            """)
    }

    fileprivate var strayBearer: Remedy {
        Remedy(
            """
            Take out what \(fails) sends in place of signing (unset AWS_BEARER_TOKEN_BEDROCK; log out in \(fails)), and choose the profile or the keys in its settings: \(works) is let in with those, and \(fails) sends a bearer \
            token that is none (a placeholder of its own, an empty AWS_BEARER_TOKEN_BEDROCK, an API key stored in its settings). Update it, or go back to the version before.
            """)
    }

    fileprivate var elsewhere: Remedy {
        Remedy(
            """
            \(worksThere): the credentials come from there (~/.aws, the shell, a login), and \(fails) has none of that. Give \(fails) \
            a role of its own where it has one to take (an execution or task role, IRSA or Pod Identity, an instance profile); else mount ~/.aws \
            and set AWS_PROFILE, or pass the variables, and look inside it whether they arrived.
            """)
    }

    fileprivate var freshStart: Remedy {
        let isOfClient = contrast.dimension == .client
        let who = isOfClient ? fails : program
        let why =
            isOfClient ? "\(works) works with the credentials as they are now" : "it works after a fresh start"
        return Remedy(
            """
            Restart \(who): \(why), so nothing is to be renewed, and \(who) holds those that it read when it started. For good, let it read \
            them through the profile (AWS_PROFILE with sso or credential_process, which SDKs read again as they expire), not from copied \
            values, and update it: a client that keeps them for its lifetime has the fault itself.
            """)
    }
}
