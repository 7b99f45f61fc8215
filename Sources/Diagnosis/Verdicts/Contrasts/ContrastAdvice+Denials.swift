import Evidence
import Report

extension ContrastAdvice {
    /// What one caller, region or way may do and another may not.
    static let denials: [ContrastAdvice] = [
        ContrastAdvice([.streaming], [.denied], rulesOut: [.keys]) { call in
            Remedy(
                """
                Without a stream the call is allowed, so keys, model access and resource are right: streaming is an action of its own. Allow \
                bedrock:InvokeModelWithResponseStream beside bedrock:InvokeModel, on the same resources, for the caller that the message names.
                """)
        },
        ContrastAdvice(
            [.client], [.denied], rulesOut: [.keys], defers: [.modelAccess, .modelGate, .policy, .otherRegion]
        ) { call in
            call.unsetRegion
            Remedy.advice(
                """
                \(call.Works) is allowed: see who calls there, and compare it with the principal in the refusal, with its region and its resource. Another principal \
                means that \(call.fails) takes other credentials (its environment, a role of its machine, an API key, a profile of its own): give it those. The \
                same one means another request: a stream (bedrock:InvokeModelWithResponseStream), an inference profile, another region.
                """,
                .aws("sts get-caller-identity"))
        },
        ContrastAdvice([.console], [.denied], .second) { call in
            Remedy(
                """
                The console calls for whoever is logged in there: that it works shows that the account has the model, and nothing of the caller that the message \
                names. Compare the two, and give the caller of the program what the other has.
                """,
                .aws("sts get-caller-identity"))
        },
        ContrastAdvice([.place], [.denied], .second) { call in
            Remedy(
                """
                On \(call.contrast.works ?? "the other machine") another identity calls: the principal in the refusal is the one of \(call.fails). The permission is \
                wanted by that one, or \(call.fails) is to take another (its own role in place of the machine's).
                """)
        },
        ContrastAdvice([.network], [.denied]) { call in
            Remedy(
                """
                By another way the same caller is allowed: a policy looks at where the call comes from (aws:SourceIp, aws:SourceVpc, aws:SourceVpce, aws:ViaAWSService), \
                or a VPC endpoint has a policy of its own. Add the address or endpoint that this call comes from to that condition.
                """)
        },
        ContrastAdvice([.region, .place, .network], [.country]) { call in
            Remedy(
                """
                Run the program where it works\(call.workingPlace.map { " (\($0))" } ?? ""), or in another country of the provider's list, or take a model of another provider here: what differs is where the program itself \
                runs, or the way by which it calls, and not the region that is called. Keys, policies and \
                another AWS_REGION change nothing.
                """)
        },
        ContrastAdvice([.region], [.denied], .second) { call in
            Remedy(
                """
                In \(call.works) the same is allowed: see which region the resources (arn:aws:bedrock:REGION:...) and conditions (aws:RequestedRegion) of the policies name, an SCP's \
                among them, and whether the account has this model there. An inference profile calls in all its regions.
                """)
        },
        ContrastAdvice([.model], [.denied], .second) { call in
            Remedy(
                """
                \(call.Works) is allowed, so keys, region and action are right: the policy's resources name single models, or this one has a condition of its own (a \
                subscription in AWS Marketplace, a form of first use, an inference profile whose regions the policy leaves out).
                """)
        },
        ContrastAdvice([.credentials], [.denied], .second) { call in
            Remedy(
                """
                With \(call.works) it is allowed: compare the policies of the two, a permissions boundary and the session's policy among them, and the account that each belongs to.
                """)
        },
    ]
}
