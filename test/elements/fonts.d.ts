/** Style sheets of the test fonts, which the bundler reads. */
declare module '@fontsource/*';
