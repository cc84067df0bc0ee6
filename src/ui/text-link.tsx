import { AppLink, type AppLinkProps } from './app-link'
import { classNames } from './class-names'

/** A link in running text or in a cell; `isStrong` underlines it, as inside notices. */
export function TextLink({ isStrong, className, ...rest }: AppLinkProps & { isStrong?: boolean }) {
  return (
    <AppLink
      className={classNames(
        isStrong
          ? 'font-medium text-inherit underline underline-offset-2 hover:text-inherit'
          : 'no-underline hover:underline',
        className,
      )}
      {...rest}
    />
  )
}
