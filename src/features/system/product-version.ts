/** The version of the product and, where it was known at the build, the commit: `0.1.0 (abc1234)`. */
export const productVersion = process.env.EMPREITA_BUILD ?? ''
