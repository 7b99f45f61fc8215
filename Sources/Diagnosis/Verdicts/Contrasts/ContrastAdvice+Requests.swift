import Evidence
import Report

extension ContrastAdvice {
    /// Requests, models and connections.
    static let requests: [ContrastAdvice] = [
        ContrastAdvice([.client], [.request]) { call in
            Remedy(
                """
                What \(call.works) sends is taken: print the body that \(call.fails) sends (its debug log, or doctor serve as its endpoint), and take out what it adds to the other.
                """)
        },
        ContrastAdvice([.client], [.model], defers: [.modelAccess, .modelGate, .otherRegion]) { call in
            call.unsetRegion
            Remedy(
                """
                \(call.Works) gets an answer: give \(call.fails) the very id and region that are used there, letter by letter. A prefix (us., eu., global.) or a suffix (-v1:0) that it \
                adds or cuts, a region of its own settings, and an argument that it does not know by this name (model for model_name, aws_region_name for region_name), \
                so that its default is sent, are what differs; its debug log shows what it sends.
                """)
            call.sources
        },
        ContrastAdvice([.region], [.model]) { call in
            Remedy(
                """
                In \(call.works) the model answers: call it there, or by an inference profile whose regions include both.
                """)
        },
        ContrastAdvice([.client], [.network]) { call in
            Remedy(
                """
                \(call.Works) reaches the host: the name resolves and the way is open. \(call.Fails) goes another way: another proxy (HTTPS_PROXY, NO_PROXY of its own process), another store \
                of trusted authorities, another resolver or endpoint. Give \(call.fails) the proxy, the authorities and the endpoint of \(call.works).
                """)
        },
        ContrastAdvice([.place, .network], [.network], .second) { call in
            Remedy(
                """
                \(call.worksThere): the client is right, and the network of \(call.fails) is not. See what lies \
                between there: a proxy, a firewall, a subnet without a route or a VPC endpoint, an authority that is not trusted.
                """)
        },
        ContrastAdvice([.client], [.busy], .second) { call in
            Remedy(
                """
                Quotas count for the account, model and region, whoever calls: \(call.works) gets through because it sends less. Look at what \(call.fails) sends at once: parallel \
                calls, its own retries, a large max_tokens, which is reserved before the answer.
                """)
        },
        ContrastAdvice([.model, .region], [.busy], .second) { call in
            Remedy(
                "Quotas are kept for each model and region: what works in \(call.works) shows that only this one is used up."
            )
        },
        ContrastAdvice([.place], [.program]) { call in
            Remedy(
                """
                \(call.worksThere): compare the versions of the SDK and its libraries. \(call.Fails) may bring an older one of its own, as the runtimes of AWS Lambda do: \
                put the newer one into the package that is deployed.
                """)
        },
    ]

    /// A client that did it in another version.
    static let versions: [ContrastAdvice] = [
        ContrastAdvice([.version], [.signature], rulesOut: [.keys, .environment]) { call in
            Remedy(other(call, changed: "which headers, query and host it signs, and with which region"))
        },
        ContrastAdvice(
            [.version], [.keys, .missing, .expired, .bearer], rulesOut: [.keys, .token, .renewal, .environment]
        ) { call in
            Remedy(
                other(
                    call,
                    changed:
                        "where it looks for credentials (an API key, a variable that is set and empty, a profile); until then hand them to it in another form"
                ))
        },
        ContrastAdvice([.version], CauseFamily.ofClient) { call in
            Remedy(other(call, changed: "which path it calls, what it sends, and what it takes of the answer"))
        },
        ContrastAdvice([.version], [.request, .denied, .model, .busy], .second) { call in
            Remedy(other(call, changed: "which members, model, profile or operation it asks for now"))
        },
        ContrastAdvice([.before], [.program, .missing, .unknown], .second) { call in
            Remedy(
                """
                It worked before: ask what changed since. An update of \(call.program) (go back to the version before, or on to the newest), a key or \
                token that ran out or was replaced, a setting of the account.
                """)
        },
    ]

    private static func other(_ call: ContrastCase, changed: String) -> String {
        let program = call.scene.client?.value ?? "the client"
        let (told, back): (String, String) =
            switch (call.contrast.works, call.contrast.fails) {
            case (let good?, let bad?): ("with \(good) it works, and with \(bad) it does not", "Go back to \(good)")
            case (let good?, nil): ("with \(good) it works", "Go back to \(good)")
            case (nil, let bad?): ("it fails since \(bad)", "Go back to the version before \(bad)")
            case (nil, nil): ("it worked in an earlier version", "Go back to that version")
            }
        return """
            \(back) (pin it), or update to the newest, which may have the fix: \(told), while the keys, the account and the way to AWS are the \
            same, so \(program) does something else. Its list of changes and its issues say what is new: \(changed).
            """
    }
}
