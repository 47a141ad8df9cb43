/** Case and separators fold away: `userId` = `user_id` = `USER-ID`. */
export function foldKey(key: string): string {
  return key.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}

const TENANT = ["tenantid", "tenantslug", "orgid", "organisationid", "organizationid", "companyid", "accountid", "workspaceid", "teamid"];
const USER = ["userid", "useremail", "username", "employeeid", "callerid", "calleremail", "requesterid", "currentuser", "currentuserid", "currentuseremail", "actinguser", "actinguserid", "asuser", "asuserid", "onbehalfof", "onbehalfofuser", "onbehalfofuserid", "impersonateuser", "impersonateuserid", "loggedinuser", "loggedinuserid", "authuserid"];
const AUTH = ["authtoken", "accesstoken", "jwt", "apikey", "bearertoken", "idtoken", "refreshtoken", "sessiontoken"];
const LITERAL = ["email", "role", "roles", "customerid", "ownerid", "sessionid", "threadid", "permissions", "scope", "scopes"];

/** What names the caller, the tenant or a credential for certain, by itself; `username` only with a separator. */
export const CERTAIN_IDENTITY_KEYS: readonly string[] = [...TENANT, ...USER, ...AUTH].filter((key) => key !== "username");

export type IdentityKind = "user" | "tenant" | "credential";

/** The identity keys of a project: the built-in ones, with what the policy adds and takes away. */
export interface IdentityVocabulary {
  /** What a key names, or `undefined`. `literal` adds the keys that are identity one time in fourteen. */
  classify(key: string, reading: "certain" | "literal"): IdentityKind | undefined;
  isTenantKey(key: string): boolean;
  isUserKey(key: string): boolean;
}

export function identityVocabulary(added: readonly string[], removed: readonly string[]): IdentityVocabulary {
  const without = new Set(removed.map(foldKey));
  const extra = new Set(added.map(foldKey));
  const table = (keys: readonly string[]): Set<string> => new Set(keys.filter((key) => !without.has(key)));
  const tenant = table(TENANT);
  const user = table(USER);
  const credential = table(AUTH);
  const literal = table(LITERAL);
  return {
    classify(key, reading) {
      const folded = foldKey(key);
      if (without.has(folded)) return undefined;
      if (extra.has(folded)) return tenant.has(folded) ? "tenant" : "user";
      if (tenant.has(folded)) return "tenant";
      // `username` alone is an account name of somebody; only with the separator it is the caller's.
      if (folded === "username" && !/^user[^\p{L}\p{N}]+name$/iu.test(key) && !/^[uU]serName$/u.test(key)) return reading === "literal" ? "user" : undefined;
      if (user.has(folded)) return "user";
      if (credential.has(folded)) return "credential";
      return reading === "literal" && literal.has(folded) ? "user" : undefined;
    },
    isTenantKey: (key) => {
      const folded = foldKey(key);
      return tenant.has(folded) || ["tenant", "org", "organisation", "organization", "company", "workspace", "account", "team"].includes(folded);
    },
    isUserKey: (key) => {
      const folded = foldKey(key);
      return user.has(folded) || extra.has(folded) || ["user", "sub", "uid", "employee"].includes(folded);
    },
  };
}
