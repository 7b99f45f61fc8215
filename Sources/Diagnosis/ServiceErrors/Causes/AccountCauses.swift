import Catalog
import Codes
import Evidence
import Report
import WireText

/// The gates of an account: model access, use-case form, Marketplace, payment, verification, geography.
///
/// Sources: <https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html> and
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html>.
extension ErrorCause {
    static let account = list {
        ErrorCause(
            .modelAccessNotGranted, .account(.agreement),
            rules: [
                .peculiar("dont|not have access model", none: ["legacy", "use case"]),
                .fitting("no|lack|lacks|without access model", none: ["has no attribute"]),
                .fitting("access model|models not|hasnt|havent been granted|enabled|requested"),
                .fitting("request|enable|grant model access", none: ["use case"]),
                .hinting("model access denied", none: ["payment", "marketplace", "legacy"], types: [.accessDenied]),
                .fitting("agreement not|hasnt|must accepted|accept|available", none: ["being created"]),
                .fitting(
                    "agreement|terms|eula model", "no|not|without|missing|must|accept*",
                    none: ["being created", "processed"]),
            ]
        ) { call in
            call.ownProfile
            call.unknownName
            call.goneModel
            Remedy(
                """
                Open the model in the Bedrock console of this region (Model catalog) and accept its \
                terms; access may take two minutes to arrive.
                """
            ).about(.modelAccess)
            call.availability("See which gate is closed: agreement, authorization, entitlement or region.")
            call.everywhere("Access may exist in another region: probe them.")
        }
        ErrorCause(
            .useCaseFormMissing, .account(.useCaseForm),
            rules: [
                .peculiar("use case details|form|information", "not|havent|missing|must|submit*|fill*"),
                .peculiar("not|havent|must fill|filled|submit|submitted request|access form"),
                .fitting("anthropic use case"),
            ]
        ) { call in
            Remedy(
                """
                Submit Anthropic's first-use form once for the account: Bedrock console, Model catalog, \
                any Anthropic model, Submit use case details. It takes effect within about 15 minutes.
                """
            )
            Remedy(
                """
                See whether a form is on file. If it is, the agreement is the gate that is missing: the \
                text is the same.
                """,
                .aws("bedrock get-use-case-for-model-access\(call.regionOption)")
            ).about(.modelAccess)
        }
        ErrorCause(
            .marketplaceSubscription, .account(.marketplace),
            rules: [
                .peculiar("required aws marketplace actions|permissions", none: ["invalid payment"]),
                .fitting(
                    "aws|your marketplace subscription", "cannot|not|failed|denied|completed",
                    none: ["payment instrument|method", "still being processed"]),
                .fitting("aws marketplace subscribe|viewsubscriptions|unsubscribe"),
                .fitting(
                    "marketplace", "subscri*|agreement|offer|permission|permissions|actions|approved|private",
                    none: ["payment instrument|method", "still being processed"]),
                .fitting("not|must|need|needs|havent subscribe|subscribed model|offer|product"),
            ]
        ) { call in
            Remedy(
                """
                Have someone with the Marketplace permissions call the model once; after that nobody \
                needs them. The policy:
                """
                    + #" {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["aws-marketplace:Subscribe","aws-marketplace:ViewSubscriptions"],"Resource":"*"}]}"#
            )
            call.availability("See the state of the agreement.")?.about(.modelAccess)
            Remedy(
                "Amazon's own models are not sold through the Marketplace: try one.",
                call.check("amazon.nova-micro-v1:0"))
        }
        ErrorCause(
            .marketplaceSubscriptionPending, .account(.marketplace),
            types: [TypeHint(.mpAgreementBeingCreated, 110)],
            rules: [
                .peculiar(
                    "marketplace subscription|agreement",
                    "still|being|currently processed|created|processing|progress|pending"),
                .fitting(
                    "agreement|subscription being|still created|processed|pending", types: [.mpAgreementBeingCreated]),
            ]
        ) { call in
            Remedy(
                """
                Wait up to 15 minutes: the first call started the subscription, and calls may come and \
                go until it is complete.
                """
            )
            call.availability("See whether it is complete.")
        }
        ErrorCause(
            .marketplacePayment, .account(.payment),
            rules: [
                .peculiar("invalid payment instrument"),
                .peculiar("valid payment instrument|method"),
                .fitting("payment|billing instrument|method|card", "model|marketplace|subscription"),
            ]
        ) { call in
            Remedy(
                """
                Set a valid credit or debit card as the default in the Billing console (Payment \
                preferences), then wait as long as the message says, 2 to 15 minutes.
                """
            )
            Remedy(
                "Amazon's own models need no Marketplace subscription.",
                call.check("amazon.nova-micro-v1:0"))
        }
        ErrorCause(
            .accountNotAllowed, .account(.account),
            types: [TypeHint(.badCSCore, 90)],
            rules: [
                .peculiar(
                    "access models|model not|isnt allowed|permitted this|your account",
                    none: ["unsupported countries|regions", "channel program"]),
                .peculiar("not|isnt available for this|your account", none: ["channel program"]),
                .fitting(
                    "account not|isnt authorized|allowed|permitted|entitled|eligible",
                    none: ["being processed", "marketplace subscription", "perform"],
                    types: [.badCSCore, .accessDenied, .validation]),
                .fitting(
                    "your account not|isnt authorized|allowed|permitted perform",
                    none: ["xarn", "being processed", "marketplace subscription"]),
                // IAM's own refusal names who called, and on what.
                .fitting("you not|arent authorized invoke|call operation", none: ["xarn", "perform"]),
                .peculiar("contact aws sales"),
                .fitting("trusted access program"),
                .fitting(
                    "puttrustedaccessprogramaccountenrollment|starttrustedaccessprogramaccountapplication operation"),
                // The operating system says so of files and processes.
                .fitting("operation not|isnt allowed|permitted", none: ["perform"]).said(by: .service),
                .fitting("account suspended|blocked|restricted|deactivated|disabled|closed|hold"),
                .fitting(
                    "model|models|access restricted|limited|gated|allowlist|allowlisted|whitelisted|approved",
                    "account|accounts|customers|access|contact", none: ["policy", "rate", "quota", "region", "perform"]),
                .fitting(
                    "contact|reach account|sales team|manager|representative", none: ["quota", "solution provider"]),
                .fitting("account not|isnt enabled|eligible|entitled|allowed model|models|access"),
                .fitting(
                    "not|isnt|upgrade free|account|support plan|tier|type", none: ["quota", "rate", "content", "media"]),
                .fitting(
                    "model|models|bedrock not|isnt available|enabled|supported|offered account|accounts|organization",
                    none: ["region"]),
                .fitting(
                    "account unauthorized|unauthorised use|call|invoke|access", types: [.accessDenied, .validation]),
                .hinting("account contact|reach aws support", none: ["signature", "quota"]),
            ]
        ) { call in
            Remedy(
                """
                AWS does not let this account use the model; no policy changes that. Open a case with AWS \
                Support, or AWS Sales where the message says so.
                """
            )
            call.availability("See whether AWS reports the account as authorized.")
            Remedy("See which models this account can use.", .doctor(.models(region: call.servedRegion)))
        }
        ErrorCause(
            .accountVerificationPending, .account(.account),
            rules: [
                .peculiar("account currently|being|pending|under verified|verification"),
                .fitting("verify|verifying|verified|verification your account", none: ["signature"]),
            ]
        ) { _ in
            Remedy(
                """
                The account is new: wait until AWS has verified it, usually some hours; write to \
                aws-verification@amazon.com if it lasts longer.
                """
            )
        }
        ErrorCause(
            .channelProgram, .account(.account),
            rules: [
                .peculiar("channel program"),
                .fitting("solution provider|distributor|reseller", "access|account|accounts"),
            ]
        ) { _ in
            Remedy(
                """
                The account belongs to an AWS reseller or distributor that has not enabled the model: \
                ask them. Amazon's Nova models usually work.
                """
            )
        }
        ErrorCause(
            .dataRetentionRequired, .account(.account),
            rules: [
                .peculiar(
                    "data retention mode|setting|policy|opt|opted",
                    "not|isnt|unavailable|available|required|requires|must|blocked")
            ]
        ) { call in
            Remedy(
                """
                Decide whether AWS, or the provider, may keep prompts and answers of this region; where they may, \
                set the mode that the model's page asks for with PutAccountDataRetention. No field of the request \
                does it.
                """)
            Remedy(
                "See the mode of the region.", .aws("bedrock get-account-data-retention\(call.regionOption)"))
            Remedy("Or use a model that needs none.", .doctor(.models(region: call.servedRegion)))
        }
        ErrorCause(
            .geoRestricted, .account(.account),
            rules: [
                .peculiar("unsupported countries|country|territories|territory|regions"),
                // A client that was not answered at all says that it might be so: that is a guess and no refusal.
                .fitting(
                    "not|isnt allowed|available|supported",
                    "country|countries|territory|territories|geographic|geography",
                    none: ["might not", "may not be", "could not connect", "failed|unable connect", "fetch failed"]),
            ]
        ) { call in
            Remedy(
                """
                The provider does not serve the place the call comes from, or the country of the \
                account's billing address. Neither a policy nor another Bedrock region changes that: run the program in a country that \
                the provider serves (Anthropic's list: https://www.anthropic.com/supported-countries).\(call.regionWithoutBedrock)
                """
            )
            Remedy(
                "Try a model of another provider.",
                call.check("amazon.nova-micro-v1:0"))
        }
        ErrorCause(
            .regionNotOptedIn, .account(nil),
            types: [TypeHint(.optInRequired, 80), TypeHint(.regionDisabled, 85)],
            rules: [
                .peculiar("account|region not|isnt opted in"),
                .peculiar("opt|opted in region|account", none: ["model", "trusted access|program"]),
                .fitting("region not|isnt|disabled enabled|disabled account"),
                .fitting("region is disabled|inactive", none: ["model"]),
                .fitting(
                    "needs|need|not subscription|subscribed service", none: ["marketplace"], types: [.optInRequired]),
            ]
        ) { call in
            call.regionsToEnable
            Remedy(
                """
                Enable the region for the account: console, Account, AWS Regions. It takes some minutes \
                to some hours.
                """
            )
            call.regionWord.map {
                Remedy("See its state.", .aws("account get-region-opt-status --region-name \($0)"))
            }
        }
    }
}

extension FailedCall {
    /// A word about a region that has no Bedrock at all, such as those in China.
    fileprivate var regionWithoutBedrock: String {
        guard let name = regionName, servedRegion == nil else { return "" }
        return
            " \(PrintableText.escaped(name, limit: 40)) has no Bedrock at all: another region is to be called besides."
    }

    /// What to do first about the ARN of a profile or a model of the account's own: the refusal may be of what a client sent in its place.
    fileprivate var ownProfile: Remedy? {
        guard let id = details.modelID, let name = ResourceName(id), !name.region.isEmpty,
            !name.resource.hasPrefix("foundation-model/")
        else { return nil }
        return Remedy.advice(
            """
            Call this very ARN with the same credentials, in its own region \(name.region). If that works, the client sent something else in its \
            place, as the bare id of the model behind it: give it the ARN where it takes a custom ARN or model id, and see the path in its \
            debug log. If it is refused as well, the caller needs bedrock:InvokeModel on the profile and on the model behind it in every region \
            that the profile spans.
            """,
            .doctor(.check(region: name.region, model: id)))
    }

    /// A look at the gates of the model; `nil` where no model is known.
    func availability(_ text: String) -> Remedy? {
        bareModel.map {
            Remedy(text, .aws("bedrock get-foundation-model-availability --model-id \($0)\(regionOption)"))
                .about(.modelGate)
        }
    }
}
