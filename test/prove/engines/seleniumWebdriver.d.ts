// What is used here of selenium-webdriver, which has no types of its own.
declare module "selenium-webdriver" {
  interface WebElement {
    isDisplayed(): Promise<boolean>;
    click(): Promise<void>;
    sendKeys(...keys: string[]): Promise<void>;
  }
  interface WebDriver {
    get(url: string): Promise<void>;
    executeScript(script: string, ...given: unknown[]): Promise<unknown>;
    findElements(by: unknown): Promise<WebElement[]>;
    manage(): {
      window(): { setRect(rect: { width: number; height: number }): Promise<unknown> };
    };
    getWindowHandle(): Promise<string>;
    switchTo(): { window(handle: string): Promise<void>; newWindow(type: "tab"): Promise<void> };
    close(): Promise<void>;
    quit(): Promise<void>;
  }
  export class Builder {
    usingServer(url: string): this;
    withCapabilities(capabilities: Readonly<Record<string, unknown>>): this;
    build(): Promise<WebDriver>;
  }
  export const By: { xpath(path: string): unknown };
  export const Key: { chord(...keys: string[]): string; readonly CONTROL: string };
}
