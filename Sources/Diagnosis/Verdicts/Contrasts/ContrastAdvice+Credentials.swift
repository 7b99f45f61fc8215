import Evidence
import Report

extension ContrastAdvice {
    /// Keys that are not known, too old or absent for one program, and good for another.
    static let credentials: [ContrastAdvice] = [
        ContrastAdvice([.client, .console], [.keys], rulesOut: [.keys, .token, .environment]) { call in
            Remedy(
                """
                \(call.Works) is let in\(call.hasSameKeys ? " with the same keys" : ""), so AWS knows them. \(call.Fails) signs with others, or adds a session token that \
                is not theirs: a token or a key pair of an earlier entry in its own settings, AWS_SESSION_TOKEN, AWS_PROFILE or a role of the machine, \
                container or service that it runs in. Look there, not in your shell; fill in a session token only for a key that begins with ASIA, \
                take blanks off, save the entry anew, and restart it.
                """,
                call.isCLI ? .aws("configure list") : nil)
        },
        ContrastAdvice([.client], [.bearer], rulesOut: [.keys, .token, .environment, .apiKey]) { call in
            call.isOfAPIKey ? call.anotherKey : call.strayBearer
        },
        ContrastAdvice([.client, .time], [.expired], rulesOut: [.renewal, .token, .environment]) { call in
            Remedy(
                """
                \(call.contrast.dimension == .client ? "\(call.Works) works with the credentials as they are now" : "It works after a fresh start"), so nothing is to be renewed: \
                \(call.contrast.dimension == .client ? call.fails : call.program) holds those that it read when it started. Restart it. For good, let it read \
                them through the profile (AWS_PROFILE with sso or credential_process, which SDKs read again as they expire), not from copied \
                values, and update it: a client that keeps them for its lifetime has the fault itself.
                """)
        },
        ContrastAdvice([.client, .console], [.missing], rulesOut: [.renewal]) { call in
            Remedy(
                """
                \(call.Works) finds credentials, and \(call.fails) does not look where they are. See where \(call.works) has them from \
                (aws configure list: the column Type), and give \(call.fails) the same: AWS_PROFILE and HOME in its own environment or settings, the login that it \
                supports, or, where it reads variables only, what aws configure export-credentials --format env prints, in the very process that \
                starts it.
                """,
                call.isCLI ? .aws("configure list") : nil)
        },
        ContrastAdvice([.place], [.missing, .expired]) { call in
            call.isOfShell ? ProgramPlace.ofDesktop(call.scene.program) : call.elsewhere
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
        return ["api key", "apikey", "api_key", "the key", "bearer", "same key", "same token", "my key"].contains(
            where: words.contains)
            && !["profile", "access key", "sso"].contains(where: words.contains)
    }

    /// Whether a shell on the same machine works, so that the credentials are there.
    fileprivate var isOfShell: Bool {
        contrast.works == "a shell" && (contrast.fails == nil || contrast.fails == "a service or a job")
    }

    fileprivate var anotherKey: Remedy {
        Remedy(
            """
            With \(works) the API key is taken, so it is good: \(fails) sends another value, or calls another region than the one in which the key was made, where it is not known. Set its region to the one that \(works) \
            calls; look for a key of an earlier time in its own settings (auth.json, the system's keychain), which it prefers; and enter the key anew, whole, without quotes, blanks or the word Bearer.
            """)
    }

    fileprivate var strayBearer: Remedy {
        Remedy(
            """
            \(Works) is let in with a profile or keys, which are good; \(fails) sends something else in their place: a bearer token that is none (a \
            placeholder of its own, an empty AWS_BEARER_TOKEN_BEDROCK, an API key stored in its settings). Take that out (unset AWS_BEARER_TOKEN_BEDROCK; \
            log out in \(fails)), choose the profile or the keys in its settings, and update it, or go back to the version before.
            """)
    }

    fileprivate var elsewhere: Remedy {
        Remedy(
            """
            \(worksThere): the credentials come from there (~/.aws, the shell, a login), and \(fails) has none of that. Give it \
            a role of its own where it has one to take (an execution or task role, IRSA or Pod Identity, an instance profile); else mount ~/.aws \
            and set AWS_PROFILE, or pass the variables, and look inside it whether they arrived.
            """)
    }
}
