import Codes
import Evidence
import Report

/// Refusals of AWS STS to hand out a role.
///
/// Source: <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html> and
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html>.
extension ErrorCause {
    static let roles = list {
        ErrorCause(
            .roleDenied, .policy,
            rules: [
                .peculiar("roles may not be assumed by root accounts"),
                .peculiar("multifactorauthentication failed", "mfa|code|one|must|invalid"),
            ]
        ) { call in
            call.rootUser
            call.multiFactorCode
            Remedy(
                """
                AWS STS does not hand out the role to this caller. Compare the role's trust policy with the caller (its ARN, \
                sts:ExternalId, MFA conditions), and see that a policy of the caller allows sts:AssumeRole on the role. A role that \
                does not exist is refused in the same words: check account and name in role_arn.
                """,
                command: "aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument")
            call.whoAmI
        }
        ErrorCause(
            .roleRequestInvalid, .request,
            rules: [
                .peculiar("requested durationseconds exceeds"),
                .peculiar("packed policy consumes"),
                .peculiar("session limit roles assumed role chaining"),
            ]
        ) { call in
            call.sessionDuration
            call.sessionPolicy
            call.serviceSays
            Remedy(
                """
                AWS STS does not take the request for the role: correct the member that the message names (role_arn whole, \
                role_session_name of letters, digits and =,.@-, duration_seconds, policy). Bedrock was not asked.
                """)
        }
        ErrorCause(
            .identityRegionDisabled, .account(nil),
            rules: [.peculiar("sts not activated region account")]
        ) { call in
            Remedy(
                """
                AWS STS is not active in the region that was asked: an administrator activates it (IAM, Account settings, Security Token \
                Service), or let the client ask STS in a region that is on (AWS_STS_REGIONAL_ENDPOINTS, the region of the profile).
                """)
        }
    }
}

extension FailedCall {
    fileprivate var rootUser: Remedy? {
        guard words.has("root accounts") else { return nil }
        return Remedy(
            """
            The keys are those of the account's root user, which may assume no role: use an IAM user, a role or single sign-on, and \
            delete the root user's keys.
            """)
    }

    fileprivate var multiFactorCode: Remedy? {
        guard words.has("multifactorauthentication") else { return nil }
        return Remedy(
            """
            AWS STS refused the MFA code: it was typed wrongly, used already (each code serves once), or the device's clock is off. \
            Wait for the next code; mfa_serial of the profile is the ARN of the caller's own device.
            """)
    }

    fileprivate var sessionPolicy: Remedy? {
        guard words.has("policy"), details.denial == nil else { return nil }
        return Remedy(
            """
            It is the session policy, or the tags, that the client hands over with AssumeRole, not the role's own policies: make them shorter (2,048 \
            characters, and less once they are packed; fewer tags and managed policies), write the policy as valid JSON, or leave it out and let \
            the role's policies hold.
            """)
    }

    fileprivate var sessionDuration: Remedy? {
        guard words.has("durationseconds") || words.has("session limit") || words.has("role chaining") else {
            return nil
        }
        if words.has("role chaining") {
            return Remedy(
                """
                Ask for 3600 seconds or less (DurationSeconds, duration_seconds, role-duration-seconds) and assume the role anew before the hour is over: the caller is itself a role's session (role chaining; of a task, a pod, an instance, a job or \
                single sign-on), and for such a session one hour is the most, whatever MaxSessionDuration of the role says. For a longer one assume the role with what is no session of a role: a web identity (OIDC), SAML, or a user's keys.
                """
            ).about(.instruction)
        }
        return Remedy(
            """
            Ask for a shorter session: duration_seconds (DurationSeconds) of the profile or client to at most the role's \
            MaxSessionDuration, or raise that (where a role assumes a role, one hour is the most).
            """,
            command: "aws iam get-role --role-name ROLE --query Role.MaxSessionDuration")
    }
}
